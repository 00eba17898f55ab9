/**
 * Gestures on the map of a scenario: the address that each asks for, and when a press is a drag.
 * Pure: nothing here reads the page. The server makes the scenario; a gesture is only an address.
 *
 * @typedef {{x: number, y: number}} Point
 * @typedef {{x: number, y: number, width: number, height: number}} Cadre
 * @typedef {{geste: string, cible?: string, ou?: string, duree?: string}} Geste
 */

/** Pixels under which a press that moves is still a click. */
export const SEUIL_GLISSER = 5;
const PLUS_PRES = 8;

/**
 * Address of a gesture on the scenario of a page.
 * @param {string} page present address, which holds the scenario
 * @param {Geste} geste
 * @returns {string}
 */
export function adresseDuGeste(page, geste) {
  const adresse = new URL(page);
  adresse.hash = '';
  for (const nom of ['geste', 'cible', 'ou', 'q', 'duree', 'lieu']) adresse.searchParams.delete(nom);
  for (const [nom, valeur] of Object.entries(geste)) {
    if (valeur) adresse.searchParams.append(nom, valeur);
  }
  return adresse.href;
}

/**
 * Whether two addresses hold the same scenario, whatever place each shows the form of.
 * @param {string} une
 * @param {string} autre
 */
export function memeScenario(une, autre) {
  const [premiere, seconde] = [une, autre].map((adresse) => adresseDuGeste(adresse, { geste: '' }));
  return premiere === seconde;
}

/**
 * Whether a press has become a drag.
 * @param {Point} depart
 * @param {Point} arrivee
 */
export function glisse(depart, arrivee) {
  return Math.hypot(arrivee.x - depart.x, arrivee.y - depart.y) >= SEUIL_GLISSER;
}

/**
 * How a point of the drawing is written in a gesture.
 * @param {Point} point in the view box
 */
export function ecrirePoint({ x, y }) {
  return `@${x.toFixed(1)},${y.toFixed(1)}`;
}

/**
 * Part of the drawing that is shown after a zoom around a point that stays in its place.
 * @param {Cadre} vue what is shown now
 * @param {Cadre} tout the whole drawing
 * @param {number} facteur above 1 to see closer
 * @param {Point} [autour] in the view box; the middle by default
 * @returns {Cadre}
 */
export function agrandir(vue, tout, facteur, autour) {
  const point = autour ?? { x: vue.x + vue.width / 2, y: vue.y + vue.height / 2 };
  const width = Math.min(tout.width, Math.max(tout.width / PLUS_PRES, vue.width / facteur));
  const rapport = width / vue.width;
  return dansLeDessin(
    {
      x: point.x - (point.x - vue.x) * rapport,
      y: point.y - (point.y - vue.y) * rapport,
      width,
      height: vue.height * rapport,
    },
    tout,
  );
}

/**
 * Part of the drawing that is shown once the view is pushed, never beyond its edges.
 * @param {Cadre} vue
 * @param {Cadre} tout
 * @param {number} dx share of the view, to the right
 * @param {number} dy share of the view, downwards
 * @returns {Cadre}
 */
export function pousser(vue, tout, dx, dy) {
  return dansLeDessin({ ...vue, x: vue.x + dx * vue.width, y: vue.y + dy * vue.height }, tout);
}

/**
 * @param {Cadre} vue
 * @param {Cadre} tout
 * @returns {Cadre}
 */
function dansLeDessin(vue, tout) {
  const borne = (/** @type {number} */ valeur, /** @type {number} */ min, /** @type {number} */ max) =>
    Math.min(Math.max(valeur, min), Math.max(min, max));
  return {
    ...vue,
    x: borne(vue.x, tout.x, tout.x + tout.width - vue.width),
    y: borne(vue.y, tout.y, tout.y + tout.height - vue.height),
  };
}

/**
 * Read or write a view box.
 * @param {string} texte
 * @returns {Cadre}
 */
export function lireCadre(texte) {
  const [x, y, width, height] = texte.trim().split(/\s+/).map(Number);
  return { x, y, width, height };
}

/**
 * @param {Cadre} cadre
 */
export function ecrireCadre({ x, y, width, height }) {
  return [x, y, width, height].map((nombre) => Number(nombre.toFixed(1))).join(' ');
}
