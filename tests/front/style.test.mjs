import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';

import { hachures, parmi, remplissage, style } from '../../webapp/front/style.mjs';

const classe = (key, colour, is_worst = false) => ({ key, label: key, colour, is_worst });
const VIDE = { type: 'FeatureCollection', features: [] };
const DONNEES = {
  valeurs: {
    snapshot: 's',
    indicateurs: {
      fibre: {
        label: 'Fibre',
        question: '',
        classes: [classe('bas', '#253494', true), classe('haut', '#ffffcc')],
        missing_label: 'donnée absente',
      },
    },
    communes: {
      29003: { nom: 'C', classes: { fibre: null }, textes: {} },
      29001: { nom: 'A', classes: { fibre: 0 }, textes: {} },
      29002: { nom: 'B', classes: { fibre: 1 }, textes: {} },
    },
  },
  emprise: [-5, 47, -3, 49],
  communes: VIDE,
  traits: { type: 'MultiLineString', coordinates: [] },
  cote: { type: 'MultiLineString', coordinates: [] },
  epci: { type: 'MultiLineString', coordinates: [] },
  noms: VIDE,
  lieux: VIDE,
};

test('the style follows the specification of MapLibre', () => {
  for (const lieux of [true, false]) {
    assert.deepEqual(validateStyleMin(style(DONNEES, 'fibre', lieux)), []);
  }
});

test('no layer asks anything of another host', () => {
  assert.doesNotMatch(JSON.stringify(style(DONNEES, 'fibre', true)), /https?:/);
});

test('each class has its colour and no data has its own', () => {
  const [, , ...paires] = remplissage(DONNEES.valeurs, 'fibre');
  assert.deepEqual(paires, [0, '#253494', 1, '#ffffcc', '#d4d4d8']);
});

test('only the worst class and no data are hatched', () => {
  assert.deepEqual(hachures(DONNEES.valeurs, 'fibre'), { pire: ['29001'], absent: ['29003'] });
  assert.deepEqual(parmi(['29001']), ['in', ['get', 'code'], ['literal', ['29001']]]);
});
