import assert from 'node:assert/strict';
import { test } from 'node:test';

import { tuileDe } from '../../webapp/front/fond.mjs';

test('a point is in the tile that the service calls near Finistère', () => {
  assert.deepEqual(tuileDe(-4.3, 48.3, 8), [8, 124, 88]);
});

test('the world is one tile, then four', () => {
  assert.deepEqual(tuileDe(2, 48, 0), [0, 0, 0]);
  assert.deepEqual(tuileDe(55, -21, 1), [1, 1, 1]);
});
