import assert from 'node:assert/strict';
import { test } from 'node:test';

import { filtreDe } from '../../webapp/front/legende.mjs';

const VALEURS = { indicateurs: { temps: { classes: [{ key: '0' }, { key: 'aucun' }] } } };

test('a key is the index of its class, or the absence of data', () => {
  assert.equal(filtreDe(VALEURS, 'temps', '0'), 0);
  assert.equal(filtreDe(VALEURS, 'temps', 'aucun'), 1);
  assert.equal(filtreDe(VALEURS, 'temps', 'absente'), null);
});

test('no key, or one of another indicator, filters nothing', () => {
  assert.equal(filtreDe(VALEURS, 'temps', null), undefined);
  assert.equal(filtreDe(VALEURS, 'temps', '4'), undefined);
});
