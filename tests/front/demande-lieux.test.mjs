import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { PARAMETRES, avecDemande, demande } from '../../webapp/front/demande-lieux.mjs';

test('the parameters are those of the server', () => {
  const serveur = readFileSync(new URL('../../webapp/views/place_filter.py', import.meta.url), 'utf8');
  for (const nom of PARAMETRES) assert.match(serveur, new RegExp(`"${nom}":`));
});

test('what is empty or off is not asked', () => {
  assert.deepEqual(demande('?format=&gratuit=0&samedi=1&ind=fibre'), { samedi: '1' });
  assert.deepEqual(demande(''), {});
});

test('what is asked replaces what was, and other parameters stay', () => {
  assert.equal(avecDemande('?ind=fibre&samedi=1', { gratuit: '1' }), '?ind=fibre&gratuit=1');
  assert.equal(avecDemande('?samedi=1', {}), '');
  const service = { service: 'Aide aux démarches administratives' };
  assert.deepEqual(demande(avecDemande('?v=1', service)), service);
});
