import assert from 'node:assert/strict';
import { test } from 'node:test';

import { depuis } from '../../webapp/front/patience.mjs';

test('a wait is said anew every five seconds only', () => {
  assert.equal(depuis(0), 'Calcul en cours…');
  assert.equal(depuis(4999), 'Calcul en cours…');
  assert.equal(depuis(5000), depuis(9999));
  assert.match(depuis(12_000), /10\u00a0secondes/);
});
