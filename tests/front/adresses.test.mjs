import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copier } from '../../webapp/front/adresses.mjs';

test('an address is copied, and it is said', async () => {
  /** @type {string[]} */
  const copies = [];
  const presse = { writeText: async (/** @type {string} */ texte) => void copies.push(texte) };
  assert.equal(await copier('https://a.fr/ogc', presse), 'Copié.');
  assert.deepEqual(copies, ['https://a.fr/ogc']);
});

test('a browser that refuses says what to do instead', async () => {
  const presse = { writeText: async () => Promise.reject(new Error('refused')) };
  assert.match(await copier('https://a.fr/ogc', presse), /sélectionnez/);
});
