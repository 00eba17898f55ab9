import assert from 'node:assert/strict';
import { test } from 'node:test';

import { AUCUNE, adresseDe, deplacer, estAssezLong } from '../../webapp/front/suggestions.mjs';

test('arrows go through every suggestion and back to the field', () => {
  const bas = [0, 1, 2].reduce((places) => [...places, Number(deplacer('ArrowDown', places.at(-1) ?? 0, 2))], [AUCUNE]);
  assert.deepEqual(bas, [AUCUNE, 0, 1, AUCUNE]);
  assert.equal(deplacer('ArrowUp', AUCUNE, 2), 1);
  assert.equal(deplacer('ArrowUp', 1, 2), 0);
  assert.equal(deplacer('ArrowUp', 0, 2), AUCUNE);
});

test('other keys, and arrows without suggestions, keep their own meaning', () => {
  for (const touche of ['Enter', 'Escape', 'Home', 'a']) assert.equal(deplacer(touche, 0, 2), null);
  assert.equal(deplacer('ArrowDown', AUCUNE, 0), null);
});

test('one letter is not a question', () => {
  for (const texte of ['', ' ', 'a', ' a ']) assert.equal(estAssezLong(texte), false);
  assert.equal(estAssezLong('Is'), true);
});

test('the address holds the text and the other fields of the form', () => {
  const champs = /** @type {[string, string][]} */ ([['q', 'vieux'], ['ind', 'fibre']]);
  assert.equal(adresseDe(" L'Île & ", champs), '/recherche/suggestions?ind=fibre&q=L%27%C3%8Ele+%26');
});
