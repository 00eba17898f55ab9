import assert from 'node:assert/strict';
import { test } from 'node:test';

import { direOuverture, estFerie, lireSemaine, momentLocal } from '../../webapp/front/ouverture.mjs';

const SEMAINE = lireSemaine('540-720,840-1020;540-720;;540-720,840-1020;540-720;;');
const jamaisFerie = Array(8).fill(false);
const LUNDI = 0;
const MERCREDI = 2;
const VENDREDI = 4;

/** @param {number} jour @param {number} minute @param {boolean[]} [feries] */
function dire(jour, minute, feries = jamaisFerie) {
  return direOuverture(SEMAINE, { jour, minute, feries }).texte.replaceAll('\u00a0', ' ');
}

/** @param {string} iso */
const jour = (iso) => new Date(`${iso}T00:00:00Z`);

test('a week is read as the server writes it', () => {
  assert.equal(SEMAINE.length, 7);
  assert.deepEqual(SEMAINE[0], [
    [540, 720],
    [840, 1020],
  ]);
  assert.deepEqual(SEMAINE[2], []);
});

test('an open place says until when, a closed one from when', () => {
  assert.equal(dire(LUNDI, 539), 'Fermé maintenant, ouvre aujourd’hui à 9 h');
  assert.equal(dire(LUNDI, 540), 'Ouvert maintenant, jusqu’à 12 h');
  assert.equal(dire(LUNDI, 719), 'Ouvert maintenant, jusqu’à 12 h');
  assert.equal(dire(LUNDI, 720), 'Fermé maintenant, ouvre aujourd’hui à 14 h');
  assert.equal(dire(LUNDI, 1020), 'Fermé maintenant, ouvre demain à 9 h');
  assert.equal(dire(MERCREDI, 600), 'Fermé maintenant, ouvre demain à 9 h');
  assert.equal(dire(VENDREDI, 800), 'Fermé maintenant, ouvre lundi à 9 h');
});

test('minutes are written after the hour', () => {
  const { texte } = direOuverture(lireSemaine('545-751;;;;;;'), {
    jour: LUNDI,
    minute: 600,
    feries: jamaisFerie,
  });
  assert.equal(texte, 'Ouvert maintenant, jusqu’à 12\u00a0h\u00a031');
});

test('a place open one day a week names the next one', () => {
  const un = lireSemaine('540-720;;;;;;');
  const { texte } = direOuverture(un, { jour: LUNDI, minute: 900, feries: jamaisFerie });
  assert.equal(texte, 'Fermé maintenant, ouvre lundi prochain à 9\u00a0h');
});

test('a night goes on after midnight', () => {
  const nuit = lireSemaine(';;;;1200-1560;;');
  const { texte, ouvert } = direOuverture(nuit, { jour: 5, minute: 60, feries: jamaisFerie });
  assert.equal(ouvert, true);
  assert.equal(texte, 'Ouvert maintenant, jusqu’à 2\u00a0h');
  assert.equal(direOuverture(nuit, { jour: 5, minute: 120, feries: jamaisFerie }).ouvert, false);
});

test('nothing is claimed on a public holiday, and the next opening is not one', () => {
  const feries = [true, ...Array(7).fill(false)];
  assert.equal(dire(LUNDI, 600, feries), 'Jour férié : renseignez-vous avant de vous déplacer');
  const demainFerie = [false, true, ...Array(6).fill(false)];
  assert.equal(dire(LUNDI, 1100, demainFerie), 'Fermé maintenant, ouvre jeudi à 9 h');
});

test('an instant is told in the time of the territory, summer time included', () => {
  const hiver = new Date('2026-11-23T08:30:00Z');
  const ete = new Date('2026-07-06T08:30:00Z');
  assert.deepEqual(
    { ...momentLocal(hiver, 'Europe/Paris'), feries: [] },
    { jour: 0, minute: 9 * 60 + 30, feries: [] },
  );
  assert.equal(momentLocal(ete, 'Europe/Paris').minute, 10 * 60 + 30);
  assert.equal(momentLocal(hiver, 'Indian/Reunion').minute, 12 * 60 + 30);
  const soir = new Date('2026-11-23T02:30:00Z');
  assert.deepEqual(
    { ...momentLocal(soir, 'America/Martinique'), feries: [] },
    { jour: 6, minute: 22 * 60 + 30, feries: [] },
  );
});

test('midnight is minute 0 of its day', () => {
  assert.equal(momentLocal(new Date('2026-11-22T23:00:00Z'), 'Europe/Paris').minute, 0);
});

test('the eleven public holidays of a year are known', () => {
  const annee = Array.from({ length: 365 }, (_, rang) => new Date(Date.UTC(2026, 0, 1 + rang)));
  const feries = annee.filter(estFerie).map((date) => date.toISOString().slice(5, 10));
  assert.deepEqual(feries, [
    '01-01',
    '04-06',
    '05-01',
    '05-08',
    '05-14',
    '05-25',
    '07-14',
    '08-15',
    '11-01',
    '11-11',
    '12-25',
  ]);
  assert.equal(estFerie(jour('2027-03-29')), true);
  assert.equal(estFerie(jour('2027-03-28')), false);
});
