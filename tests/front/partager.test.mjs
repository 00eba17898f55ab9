import assert from 'node:assert/strict';
import { test } from 'node:test';

import { adresseDe } from '../../webapp/front/partager.mjs';

/** @param {[string, string][]} champs */
const formulaire = (champs) => {
  const donnees = new FormData();
  for (const [nom, valeur] of champs) donnees.append(nom, valeur);
  return donnees;
};

test('a ticked box wins over its no, and empty fields are left out', () => {
  const champs = formulaire([
    ['ind', 'fibre'],
    ['lieux', '0'],
    ['lieux', '1'],
    ['titre', '0'],
    ['vue', ''],
  ]);
  assert.equal(adresseDe(champs), '?ind=fibre&lieux=1&titre=0');
});

test('values are escaped', () => {
  assert.equal(adresseDe(formulaire([['vue', '9/48&x=1']])), '?vue=9%2F48%26x%3D1');
});
