/**
 * The points of the map, above the communes: their names, and the places with their clusters.
 * A name moves aside for a place.
 *
 * @typedef {import('maplibre-gl').StyleSpecification} StyleSpecification
 * @typedef {import('maplibre-gl').ExpressionSpecification} Expression
 */
import { COULEURS } from './couleurs.mjs';

/** The page's own fonts, drawn by the browser: the first name also tells the weight. */
const POLICE = ['Segoe UI Semibold', 'Roboto', 'Helvetica Neue', 'Arial'];

/** Zoom from which the letter in a disc can be read. */
const LETTRES_VISIBLES = 7.6;

/** Names appear with the zoom, the most populated first. */
const NOM = /** @type {Expression} */ (
  /** @type {unknown} */ ([
    'step',
    ['zoom'],
    ['case', ['<=', ['get', 'rang'], 5], ['get', 'nom'], ''],
    7.6,
    ['case', ['<=', ['get', 'rang'], 9], ['get', 'nom'], ''],
    8.5,
    ['case', ['<=', ['get', 'rang'], 30], ['get', 'nom'], ''],
    9.5,
    ['case', ['<=', ['get', 'rang'], 90], ['get', 'nom'], ''],
    10.5,
    ['get', 'nom'],
  ])
);

/**
 * Radius of a cluster by its number of places.
 * @param {number} petit radius under five places, in pixels
 * @returns {Expression}
 */
function rayon(petit) {
  return ['step', ['get', 'point_count'], petit, 5, petit * 1.3, 20, petit * 1.7];
}

/**
 * The layers of names and places, above all others.
 * @param {boolean} visibles whether the places are shown
 * @returns {StyleSpecification['layers']}
 */
export function couchesPoints(visibles) {
  const visibility = visibles ? 'visible' : 'none';
  const cercle = {
    'circle-color': COULEURS.disque,
    'circle-stroke-color': COULEURS.anneau,
    'circle-stroke-width': 2.2,
  };
  const texte = { 'text-color': COULEURS.anneau };
  return [
    {
      id: 'cercles',
      type: 'circle',
      source: 'noms',
      layout: { 'circle-sort-key': ['get', 'rang'] },
      paint: {
        'circle-radius': ['number', ['feature-state', 'rayon'], 0],
        'circle-color': COULEURS.cercle,
        'circle-opacity': 0.7,
        'circle-stroke-color': COULEURS.encre,
        'circle-stroke-width': ['case', ['>', ['number', ['feature-state', 'rayon'], 0], 0], 0.8, 0],
      },
    },
    {
      id: 'noms',
      type: 'symbol',
      source: 'noms',
      layout: {
        'text-field': NOM,
        'text-size': ['interpolate', ['linear'], ['zoom'], 7, 12.5, 11, 15],
        'text-font': POLICE,
        'text-max-width': 8,
        'text-variable-anchor': ['center', 'bottom', 'top', 'left', 'right'],
        'text-radial-offset': 1.6,
        'symbol-sort-key': ['get', 'rang'],
      },
      paint: { 'text-color': COULEURS.encre, 'text-halo-color': COULEURS.halo, 'text-halo-width': 1.8 },
    },
    {
      id: 'lieux',
      type: 'circle',
      source: 'lieux',
      filter: ['!', ['has', 'point_count']],
      layout: { visibility },
      paint: {
        ...cercle,
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 6.5, 4, 8, 7, 10, 9],
      },
    },
    {
      id: 'lettres',
      type: 'symbol',
      source: 'lieux',
      filter: ['!', ['has', 'point_count']],
      layout: {
        visibility,
        'text-field': ['get', 'letter'],
        'text-size': 11,
        'text-font': POLICE,
        'text-allow-overlap': true,
        'text-padding': 6,
      },
      paint: { ...texte, 'text-opacity': ['step', ['zoom'], 0, LETTRES_VISIBLES, 1] },
    },
    {
      id: 'grappes',
      type: 'circle',
      source: 'lieux',
      filter: ['has', 'point_count'],
      layout: { visibility },
      paint: {
        ...cercle,
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 6.5, rayon(7), 8, rayon(10)],
      },
    },
    {
      id: 'nombres',
      type: 'symbol',
      source: 'lieux',
      filter: ['has', 'point_count'],
      layout: {
        visibility,
        'text-field': ['get', 'point_count'],
        'text-size': ['interpolate', ['linear'], ['zoom'], 6.5, 10, 8, 13],
        'text-font': POLICE,
        'text-allow-overlap': true,
        'text-padding': ['interpolate', ['linear'], ['zoom'], 6.5, 3, 8, 9],
      },
      paint: texte,
    },
  ];
}

export const COUCHES_LIEUX = /** @type {const} */ (['lieux', 'lettres', 'grappes', 'nombres']);
