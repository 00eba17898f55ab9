import assert from 'node:assert/strict';
import { test } from 'node:test';

import { adresseDuFormulaire } from '../../webapp/front/regle.mjs';

test('a form asks for its own address, without what it had before', () => {
  const adresse = adresseDuFormulaire('http://carto.test/seuils?fibre_min=80', [
    ['territoire', 'departement-29'],
    ['fibre_min', '90'],
  ]);
  assert.equal(adresse, 'http://carto.test/seuils?territoire=departement-29&fibre_min=90');
});
