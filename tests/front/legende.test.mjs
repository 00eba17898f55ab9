import assert from 'node:assert/strict';
import { test } from 'node:test';

import { lireClasse } from '../../webapp/front/legende.mjs';

test('a class is an index; anything else is the absence of data', () => {
  assert.equal(lireClasse('0'), 0);
  assert.equal(lireClasse('4'), 4);
  for (const texte of ['', 'None', 'absente', undefined]) assert.equal(lireClasse(texte), null);
});
