import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ecrireEtat, ecrireVue, lireEtat, lireVue } from '../../webapp/front/etat.mjs';

const DEFAUT = { ind: 'verdict', sel: null, lieux: true, t: null, classe: null };
const INDICATEURS = ['verdict', 'fibre', 'temps'];
const lire = (search) => lireEtat(search, DEFAUT, INDICATEURS);

test('an empty query is the default state', () => {
  assert.deepEqual(lire(''), DEFAUT);
  assert.equal(ecrireEtat(DEFAUT, DEFAUT), '');
});

test('what is written reads back the same', () => {
  for (const ind of INDICATEURS) {
    for (const sel of [null, '29019', '2A004', '242900314', '29', '974']) {
      for (const [lieux, t, classe] of [[true, null, null], [false, '2024-T1', 'absente']]) {
        const etat = { ind, sel, lieux, t, classe };
        assert.deepEqual(lire(ecrireEtat(etat, DEFAUT)), etat);
      }
    }
  }
});

test('a bad value falls back to the default', () => {
  assert.deepEqual(lire('?ind=inconnu&sel=<b>&lieux=oui'), DEFAUT);
  assert.deepEqual(lire('?sel=2901&t=2024-T5&classe=%3Cb%3E'), DEFAUT);
});

test('the form without JavaScript sends 0 and 1 when the box is checked', () => {
  assert.equal(lire('?lieux=0&lieux=1').lieux, true);
  assert.equal(lire('?lieux=0').lieux, false);
});

test('parameters of others are kept, ours are written once', () => {
  const etat = { ...DEFAUT, ind: 'fibre', sel: '29019', lieux: false };
  const ecrit = ecrireEtat(etat, DEFAUT, '?titre=0&lieux=0&lieux=1&sel=29232');
  assert.deepEqual(Object.fromEntries(new URLSearchParams(ecrit)), {
    titre: '0',
    ind: 'fibre',
    sel: '29019',
    lieux: '0',
  });
});

test('a view reads back to about ten metres', () => {
  const vue = { zoom: 9.25, lat: 48.25, lng: -4.1 };
  assert.equal(ecrireVue(vue), '#carte=9.25/48.2500/-4.1000');
  assert.deepEqual(lireVue(ecrireVue(vue)), vue);
});

test('a hash that is no view is ignored', () => {
  for (const hash of ['', '#contenu', '#carte=', '#carte=9/48', '#carte=9/95/0', '#carte=a/b/c']) {
    assert.equal(lireVue(hash), null, hash);
  }
  assert.equal(lireVue('#carte=9//'), null);
});
