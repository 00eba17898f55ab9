import assert from 'node:assert/strict';
import { test } from 'node:test';

import { lireEmprise } from '../../webapp/front/donnees.mjs';
import { brancherVues } from '../../webapp/front/vues.mjs';

/** A group of buttons that keeps its listeners. */
function boutons() {
  const ecoutes = {};
  return {
    hidden: true,
    addEventListener: (nom, geste) => {
      ecoutes[nom] = geste;
    },
    presser: (bouton) => ecoutes.click({ target: { closest: () => bouton } }),
  };
}

test('the four sides of a part are read', () => {
  assert.deepEqual(lireEmprise('-61.8,15.9,-61.1,16.5'), [-61.8, 15.9, -61.1, 16.5]);
});

test('a button appears with the map and flies to its part', () => {
  const groupe = boutons();
  const vols = [];
  const dits = [];
  const perdus = [];
  const carte = {
    fitBounds: (emprise) => vols.push(emprise),
    once: (nom, geste) => perdus.push([nom, geste]),
  };
  brancherVues(groupe, carte, (texte) => dits.push(texte));
  assert.equal(groupe.hidden, false);
  groupe.presser(null);
  assert.deepEqual(vols, []);
  groupe.presser({ dataset: { bbox: '44.9,-13,45.3,-12.6' }, textContent: 'Mayotte' });
  assert.deepEqual(vols, [[44.9, -13, 45.3, -12.6]]);
  assert.match(dits[0], /^Mayotte/);
  assert.equal(perdus[0][0], 'webglcontextlost');
  perdus[0][1]();
  assert.equal(groupe.hidden, true);
});
