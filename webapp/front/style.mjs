/**
 * The style of the interactive map, as MapLibre's style specification. Pure.
 * Classes come from the server: nothing is classified here.
 *
 * @typedef {import('./donnees.mjs').Donnees} Donnees
 * @typedef {import('./donnees.mjs').Valeurs} Valeurs
 * @typedef {import('maplibre-gl').StyleSpecification} StyleSpecification
 * @typedef {import('maplibre-gl').ExpressionSpecification} Expression
 */
import { COULEURS } from './couleurs.mjs';
import { couchesPoints } from './points.mjs';

const AUCUN = -1;

/**
 * Colour of a commune from its feature states: `classe` (index), `eteint` (filtered out).
 * @param {Valeurs} valeurs
 * @param {string} ind
 * @returns {Expression}
 */
export function remplissage(valeurs, ind) {
  const { classes } = valeurs.indicateurs[ind];
  const paires = classes.flatMap(({ colour }, rang) => [rang, colour]);
  const classe = ['coalesce', ['feature-state', 'classe'], AUCUN];
  return /** @type {Expression} */ (
    /** @type {unknown} */ (['match', classe, ...paires, COULEURS.absent])
  );
}

/**
 * The communes to hatch, since a state cannot drive a pattern.
 * @param {Valeurs} valeurs
 * @param {string} ind
 * @returns {{pire: string[], absent: string[]}} codes
 */
export function hachures(valeurs, ind) {
  const { classes } = valeurs.indicateurs[ind];
  const codes = Object.keys(valeurs.communes).sort();
  const classe = (/** @type {string} */ code) => valeurs.communes[code].classes[ind] ?? AUCUN;
  return {
    pire: codes.filter((code) => classes[classe(code)]?.is_worst),
    absent: codes.filter((code) => classe(code) === AUCUN),
  };
}

/**
 * A filter that keeps the communes of a list.
 * @param {string[]} codes
 * @returns {import('maplibre-gl').FilterSpecification}
 */
export function parmi(codes) {
  return ['in', ['get', 'code'], ['literal', codes]];
}

/**
 * Four paint values by state: chosen, under the pointer, else nothing.
 * @param {number} choisi
 * @param {number} survol
 * @returns {Expression}
 */
function selonEtat(choisi, survol) {
  const si = (/** @type {string} */ nom) => ['boolean', ['feature-state', nom], false];
  return /** @type {Expression} */ (
    /** @type {unknown} */ (['case', si('choisi'), choisi, si('survol'), survol, 0])
  );
}

/**
 * The sources of a territory.
 * @param {Donnees} donnees
 * @returns {StyleSpecification['sources']}
 */
function sources(donnees) {
  return {
    communes: { type: 'geojson', data: donnees.communes, promoteId: 'code', tolerance: 0.1 },
    traits: { type: 'geojson', data: donnees.traits, tolerance: 0.1 },
    cote: { type: 'geojson', data: donnees.cote, tolerance: 0.1 },
    epci: { type: 'geojson', data: donnees.epci, tolerance: 0.1 },
    noms: { type: 'geojson', data: donnees.noms, promoteId: 'code' },
    lieux: {
      type: 'geojson',
      data: donnees.lieux,
      cluster: true,
      clusterRadius: 36,
      clusterMaxZoom: 11,
    },
  };
}

/**
 * Opacity of a commune: almost none when it is filtered out.
 * @param {number} pleine that of the others
 * @returns {Expression}
 */
export function opacite(pleine) {
  const eteint = ['boolean', ['feature-state', 'eteint'], false];
  return /** @type {Expression} */ (/** @type {unknown} */ (['case', eteint, 0.12, pleine]));
}

/**
 * The layers of the communes, from the fill to the outline of the chosen one.
 * @param {Donnees} donnees
 * @param {string} ind
 * @returns {StyleSpecification['layers']}
 */
function couchesCommunes({ valeurs }, ind) {
  const { pire, absent } = hachures(valeurs, ind);
  return [
    {
      id: 'communes',
      type: 'fill',
      source: 'communes',
      paint: {
        'fill-color': remplissage(valeurs, ind),
        'fill-opacity': opacite(1),
        'fill-antialias': false,
      },
    },
    {
      id: 'hachures-absent',
      type: 'fill',
      source: 'communes',
      filter: parmi(absent),
      paint: { 'fill-pattern': 'absent', 'fill-opacity': opacite(1) },
    },
    {
      id: 'hachures-pire',
      type: 'fill',
      source: 'communes',
      filter: parmi(pire),
      paint: { 'fill-pattern': 'pire', 'fill-opacity': opacite(1) },
    },
    {
      id: 'traits',
      type: 'line',
      source: 'traits',
      paint: {
        'line-color': COULEURS.contour,
        'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.4, 11, 1],
      },
    },
    {
      id: 'cote',
      type: 'line',
      source: 'cote',
      paint: {
        'line-color': COULEURS.limite,
        'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.5, 11, 1.2],
      },
    },
    {
      id: 'epci',
      type: 'line',
      source: 'epci',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': COULEURS.limite,
        'line-width': ['interpolate', ['linear'], ['zoom'], 7, 1, 11, 2.4],
      },
    },
    {
      id: 'liseré',
      type: 'line',
      source: 'communes',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': COULEURS.halo, 'line-width': selonEtat(7, 0) },
    },
    {
      id: 'choix',
      type: 'line',
      source: 'communes',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': COULEURS.encre, 'line-width': selonEtat(3.5, 2) },
    },
  ];
}

/**
 * The whole style.
 * @param {Donnees} donnees
 * @param {string} ind the indicator shown first
 * @param {boolean} lieux whether the places are shown
 * @returns {StyleSpecification}
 */
export function style(donnees, ind, lieux) {
  return {
    version: 8,
    sources: sources(donnees),
    layers: [...couchesCommunes(donnees, ind), ...couchesPoints(lieux)],
  };
}
