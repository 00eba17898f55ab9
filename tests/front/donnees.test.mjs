import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assembler, centre, etiquettes, texteDe } from '../../webapp/front/donnees.mjs';

const CARRE = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
  [0, 0],
];

test('the centre of a square is its middle, whichever way its ring turns', () => {
  assert.deepEqual(centre({ type: 'Polygon', coordinates: [CARRE] }), [1, 1]);
  assert.deepEqual(centre({ type: 'Polygon', coordinates: [[...CARRE].reverse()] }), [1, 1]);
});

test('a commune with islets is named on its largest part', () => {
  const ilot = CARRE.map(([x, y]) => [x / 10 + 50, y / 10]);
  assert.deepEqual(centre({ type: 'MultiPolygon', coordinates: [[ilot], [CARRE]] }), [1, 1]);
});

test('names are ranked by population, unknown last, and shapes without values are left out', () => {
  const communes = {
    type: 'FeatureCollection',
    features: ['29001', '29002', '29003', '29999'].map((code) => ({
      type: 'Feature',
      properties: { code },
      geometry: { type: 'Polygon', coordinates: [CARRE] },
    })),
  };
  const valeurs = {
    29001: { nom: 'Petite', population: 10 },
    29002: { nom: 'Inconnue', population: null },
    29003: { nom: 'Grande', population: 900 },
  };
  const noms = etiquettes(communes, valeurs).features.map(({ properties }) => properties);
  assert.deepEqual(
    noms.map(({ nom, rang }) => [nom, rang]),
    [
      ['Grande', 1],
      ['Petite', 2],
      ['Inconnue', 3],
    ],
  );
});

test('borders shared by two communes are drawn once', () => {
  const formes = {
    type: 'Topology',
    arcs: [
      [
        [1, 0],
        [1, 1],
      ],
      [
        [1, 1],
        [0, 1],
        [0, 0],
        [1, 0],
      ],
      [
        [1, 0],
        [2, 0],
        [2, 1],
        [1, 1],
      ],
    ],
    objects: {
      units: {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Polygon', arcs: [[0, 1]], properties: { code: '29001' } },
          { type: 'Polygon', arcs: [[2, -1]], properties: { code: '29002' } },
        ],
      },
      borders: { type: 'GeometryCollection', geometries: [] },
    },
  };
  const valeurs = { snapshot: 's', indicateurs: {}, communes: {} };
  const donnees = assembler(formes, valeurs, { type: 'FeatureCollection', features: [] });
  assert.equal(donnees.communes.features.length, 2);
  const longueur = (ligne) =>
    ligne.slice(1).reduce((somme, [x, y], i) => somme + Math.hypot(x - ligne[i][0], y - ligne[i][1]), 0);
  const total = ({ coordinates }) => coordinates.map(longueur).reduce((a, b) => a + b);
  assert.equal(total(donnees.traits), 1);
  assert.equal(total(donnees.cote), 6);
  assert.deepEqual(donnees.emprise, [0, 0, 2, 1]);
});

test('a commune says its own words, else the name of its class', () => {
  const classes = [{ label: 'robuste' }, { label: 'fragile' }];
  const valeurs = { indicateurs: { solidite: { classes, missing_label: 'sans objet' } } };
  const dit = (classe, textes = {}) =>
    texteDe(valeurs, { classes: { solidite: classe }, textes }, 'solidite');
  assert.equal(dit(1), 'fragile');
  assert.equal(dit(null), 'sans objet');
  assert.equal(dit(1, { solidite: 'fragile, 70 %' }), 'fragile, 70 %');
});
