import assert from 'node:assert/strict';
import { test } from 'node:test';

import { calerSur, momentDe, rangDe, suivantDe } from '../../webapp/front/frise.mjs';

const DONNEES = {
  trimestres: [
    { code: '2021-T2', texte: '2e trimestre 2021' },
    { code: '2022-T1', texte: '1er trimestre 2022' },
  ],
  classes: [],
  textes: ['42,0 %', 'donnée absente', '97,1 %'],
  communes: {
    29001: { classes: '-4', textes: [1, 2] },
    29002: { classes: '04', textes: [0, 2], cercles: [12.5, 0] },
  },
};

test('quarters follow each other over years', () => {
  assert.equal(rangDe('2022-T1') - rangDe('2021-T4'), 1);
  assert.equal(rangDe('2026-T2') - rangDe('2025-T2'), 4);
});

test('a move over a gap goes on in its direction, and stops at the ends', () => {
  const connus = [10, 11, 20];
  assert.equal(calerSur(connus, 11, 10), 11);
  assert.equal(calerSur(connus, 12, 11), 20);
  assert.equal(calerSur(connus, 19, 20), 11);
  assert.equal(calerSur(connus, 25, 20), 20);
  assert.equal(calerSur(connus, 3, 10), 10);
});

test('a commune shows the class and the text of the quarter', () => {
  assert.deepEqual(momentDe(DONNEES, '29002', '2021-T2'), {
    classe: 0,
    texte: '42,0 %',
    rayon: 12.5,
  });
});

test('no data has no class, and no circle unless a count is shown', () => {
  assert.deepEqual(momentDe(DONNEES, '29001', '2021-T2'), {
    classe: null,
    texte: 'donnée absente',
    rayon: null,
  });
});

test('an unknown quarter or commune shows nothing', () => {
  assert.equal(momentDe(DONNEES, '29001', '2019-T1'), null);
  assert.equal(momentDe(DONNEES, '75056', '2021-T2'), null);
});

test('time that is played starts again after the last quarter', () => {
  const codes = DONNEES.trimestres.map(({ code }) => code);
  assert.equal(suivantDe(codes, '2021-T2'), '2022-T1');
  assert.equal(suivantDe(codes, '2022-T1'), '2021-T2');
});
