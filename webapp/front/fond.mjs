/**
 * The basemap: Plan IGN under the communes, whose colours let it through. It comes from this
 * site, never from another; when it does not come, the map does without.
 *
 * @typedef {import('maplibre-gl').Map} Carte
 */
import { annoncer } from './panneau.mjs';
import { opacite } from './style.mjs';

const FOND = 'fond';
const VOILE = 0.65;

/**
 * Lay the basemap under the communes of an open map, if its host answers.
 * @param {Carte} carte
 * @param {string} tuiles address of a tile on this site, with {z}, {x} and {y}
 */
export async function poserFond(carte, tuiles) {
  const { lng, lat } = carte.getCenter();
  const [z, x, y] = tuileDe(lng, lat, Math.floor(carte.getZoom()));
  const essai = tuiles.replace('{z}', `${z}`).replace('{x}', `${x}`).replace('{y}', `${y}`);
  const { status } = await fetch(essai).catch(() => Response.error());
  if (status !== 200) {
    annoncer('Le fond de plan ne répond pas : la carte s’affiche sans lui.');
    return;
  }
  const couches = carte.getStyle().layers;
  carte.addSource(FOND, {
    type: 'raster',
    tiles: [location.origin + tuiles],
    tileSize: 256,
    maxzoom: 16,
  });
  const dessin = { 'raster-saturation': -0.7, 'raster-opacity': 0.9 };
  carte.addLayer({ id: FOND, type: 'raster', source: FOND, paint: dessin }, couches[0].id);
  carte.setPaintProperty('communes', 'fill-opacity', opacite(VOILE));
}

/**
 * The tile that holds a point: zoom, column, row (Web Mercator, origin in the north-west).
 * @param {number} lng
 * @param {number} lat
 * @param {number} zoom
 * @returns {[number, number, number]}
 */
export function tuileDe(lng, lat, zoom) {
  const cote = 2 ** zoom;
  const hauteur = Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI;
  return [zoom, Math.floor(((lng + 180) / 360) * cote), Math.floor(((1 - hauteur) / 2) * cote)];
}
