import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';

import { prendreLeRelais } from '../../webapp/front/relais.mjs';

const ETAT = { ind: 'verdict', sel: null, lieux: true };
const OPTIONS = { integree: false, surChoix() {}, surPerte() {} };
const FORMES = { type: 'Topology', arcs: [], objects: {} };
for (const nom of ['units', 'borders']) {
  FORMES.objects[nom] = { type: 'GeometryCollection', geometries: [] };
}

/** An element that keeps its children; a style sheet loads as soon as it has a place. */
class Element {
  enfants = [];
  classList = new Set();

  append(enfant) {
    this.enfants.push(enfant);
    enfant.parent = this;
    enfant.onload?.();
  }

  remove() {
    this.parent.enfants.splice(this.parent.enfants.indexOf(this), 1);
  }

  closest() {
    return null;
  }

  getBoundingClientRect() {
    return { left: 0, right: 900, top: 0, bottom: 600, width: 900, height: 600 };
  }
}

/** A library whose maps are made by the body of a constructor; they keep `globalThis.cartes`. */
function bibliotheque(corps) {
  const source = `export class Map { constructor() { globalThis.cartes.push(this); ${corps} }
    touchZoomRotate = { disableRotation() {} }; keyboard = { disableRotation() {} };
    addControl() {} setPaintProperty() {} setFilter() {} remove() { this.retiree = true; } }
    export class NavigationControl {} export class ScaleControl {}`;
  return `data:text/javascript,${encodeURIComponent(source)}`;
}

function boite(module) {
  const element = new Element();
  element.dataset = { maplibre: module, topojson: 'formes', valeurs: 'valeurs', lieux: 'lieux' };
  return element;
}

const tour = () => new Promise((suite) => setImmediate(suite));

beforeEach(() => {
  const valeurs = { communes: {}, indicateurs: { verdict: { classes: [] } } };
  const reponses = { formes: FORMES, valeurs, lieux: {} };
  globalThis.cartes = [];
  globalThis.location = { hash: '' };
  globalThis.document = {
    baseURI: 'http://localhost/',
    head: new Element(),
    createElement: () => new Element(),
    getElementById: () => null,
  };
  mock.method(globalThis, 'fetch', async (adresse) => Response.json(reponses[adresse]));
  mock.timers.enable({ apis: ['setTimeout'] });
});

afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
  for (const nom of ['cartes', 'location', 'document']) delete globalThis[nom];
});

async function jusquALaCarte() {
  for (let i = 0; i < 200 && cartes.length === 0; i += 1) await tour();
  assert.equal(cartes.length, 1);
  await tour();
}

test('a map that never loads gives up after a while and leaves nothing behind', async () => {
  const carte = boite(bibliotheque('this.once = () => new Promise(() => {});'));
  const refus = assert.rejects(prendreLeRelais(carte, ETAT, OPTIONS), /délai/);
  await jusquALaCarte();
  assert.equal(carte.enfants[0].className, 'carte-interactive');
  mock.timers.tick(60_000);
  await refus;
  assert.deepEqual(carte.enfants, []);
  assert.equal(carte.classList.size, 0);
});

test('a map that loads after it was given up is closed', async () => {
  const tard = `this.once = (e) => new Promise((suite) => {
    if (e === 'load') this.charger = suite;
    if (e === 'idle') suite();
  });`;
  const carte = boite(bibliotheque(tard));
  const refus = assert.rejects(prendreLeRelais(carte, ETAT, OPTIONS), /délai/);
  await jusquALaCarte();
  mock.timers.tick(60_000);
  await refus;
  cartes[0].charger();
  await tour();
  assert.equal(cartes[0].retiree, true);
});

test('a map that cannot be made leaves nothing behind', async () => {
  const carte = boite(bibliotheque("throw new Error('WebGL');"));
  await assert.rejects(prendreLeRelais(carte, ETAT, OPTIONS), /WebGL/);
  assert.deepEqual(carte.enfants, []);
});
