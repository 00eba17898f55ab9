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
 * Lay the basemap under the communes of an open map.
 * @param {Carte} carte
 * @param {string} tuiles address of a tile on this site, with {z}, {x} and {y}
 */
export function poserFond(carte, tuiles) {
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
  carte.on('error', (evenement) => {
    const enPanne = /** @type {{sourceId?: string}} */ (evenement).sourceId === FOND;
    if (!enPanne || !carte.getSource(FOND)) return;
    carte.removeLayer(FOND);
    carte.removeSource(FOND);
    carte.setPaintProperty('communes', 'fill-opacity', opacite(1));
    annoncer('Le fond de plan ne répond pas : la carte s’affiche sans lui.');
  });
}
