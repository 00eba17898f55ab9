import assert from 'node:assert/strict';
import test from 'node:test';

import {
  adresseDuGeste,
  agrandir,
  ecrireCadre,
  ecrirePoint,
  glisse,
  lireCadre,
  memeScenario,
  pousser,
} from '../../webapp/front/gestes.mjs';

const PAGE = 'http://localhost/scenario?territoire=departement-29&ajout=29019:3.5&lieu=fs-1#carte';
const TOUT = { x: 0, y: 0, width: 900, height: 600 };

test('a gesture keeps the scenario, and forgets the place that was chosen', () => {
  const adresse = new URL(adresseDuGeste(PAGE, { geste: 'ajouter', ou: '29232', duree: '7' }));
  assert.deepEqual(
    [...adresse.searchParams],
    [
      ['territoire', 'departement-29'],
      ['ajout', '29019:3.5'],
      ['geste', 'ajouter'],
      ['ou', '29232'],
      ['duree', '7'],
    ],
  );
  assert.equal(adresse.hash, '');
});

test('several additions are all kept', () => {
  const deux = `${PAGE.split('#')[0]}&ajout=29232:7`;
  const adresse = new URL(adresseDuGeste(deux, { geste: 'annuler', cible: 'ajout-1' }));
  assert.deepEqual(adresse.searchParams.getAll('ajout'), ['29019:3.5', '29232:7']);
});

test('choosing a place is no step of a scenario', () => {
  assert.ok(memeScenario(PAGE, PAGE.replace('&lieu=fs-1', '')));
  assert.ok(!memeScenario(PAGE, PAGE.replace('3.5', '7')));
});

test('a hand that trembles does not drag', () => {
  assert.equal(glisse({ x: 10, y: 10 }, { x: 13, y: 12 }), false);
  assert.equal(glisse({ x: 10, y: 10 }, { x: 14, y: 13 }), true);
});

test('a point is written to a tenth of the drawing', () => {
  assert.equal(ecrirePoint({ x: 12.345, y: 600 }), '@12.3,600.0');
});

test('a zoom keeps its point in place and never leaves the drawing', () => {
  const vue = agrandir(TOUT, TOUT, 2, { x: 900, y: 0 });
  assert.deepEqual(vue, { x: 450, y: 0, width: 450, height: 300 });
  assert.deepEqual(agrandir(vue, TOUT, 0.5), TOUT);
  assert.equal(agrandir(vue, TOUT, 1000).width, 900 / 8);
});

test('a push stops at the edge', () => {
  const vue = { x: 450, y: 0, width: 450, height: 300 };
  assert.deepEqual(pousser(vue, TOUT, 0.5, 0.5), { ...vue, y: 150 });
});

test('a view box is read as it is written', () => {
  assert.equal(ecrireCadre(lireCadre('0 12.5 900 600')), '0 12.5 900 600');
});
