/**
 * The interactive map: MapLibre on the shapes of one territory, north up, flat.
 *
 * @typedef {import('./donnees.mjs').Donnees} Donnees
 * @typedef {import('./etat.mjs').Vue} Vue
 * @typedef {typeof import('maplibre-gl')} Bibliotheque
 * @typedef {import('maplibre-gl').Map} Carte
 * @typedef {import('maplibre-gl').PaddingOptions} Marges
 */
import { LOCALE } from './locale.mjs';
import { hachure } from './motifs.mjs';
import { COULEURS } from './couleurs.mjs';
import { COUCHES_LIEUX } from './points.mjs';
import { hachures, parmi, remplissage, style } from './style.mjs';

/** Width in pixels under which names need more room around them. */
const ETROITE = 600;

/**
 * Open the map in an element and wait until it shows its shapes in their colours: the drawing
 * stays until then, so that no reader sees it turn grey.
 * @param {Bibliotheque} maplibre
 * @param {HTMLElement} toile
 * @param {Donnees} donnees
 * @param {{ind: string, lieux: boolean, vue: Vue | null, marges: Marges,
 *   integree: boolean}} choix
 * @returns {Promise<Carte>}
 */
export async function ouvrirCarte(maplibre, toile, donnees, choix) {
  const carte = new maplibre.Map({
    container: toile,
    style: style(donnees, choix.ind, choix.lieux),
    ...(choix.vue
      ? { center: [choix.vue.lng, choix.vue.lat], zoom: choix.vue.zoom }
      : { bounds: donnees.emprise, fitBoundsOptions: { padding: choix.marges } }),
    locale: LOCALE,
    attributionControl: false,
    cooperativeGestures: choix.integree,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    maxZoom: 15,
    minZoom: 3,
  });
  const prete = carte.once('load');
  carte.touchZoomRotate.disableRotation();
  carte.keyboard.disableRotation();
  carte.addControl(new maplibre.NavigationControl({ showCompass: false }), 'top-right');
  carte.addControl(new maplibre.ScaleControl({ unit: 'metric' }), 'bottom-right');
  carte.once('style.load', () => {
    if (toile.clientWidth < ETROITE) carte.setLayoutProperty('noms', 'text-padding', 14);
    const options = { pixelRatio: 2 };
    carte.addImage('pire', hachure(16, 3, octets(COULEURS.hachurePire), 'montante'), options);
    carte.addImage('absent', hachure(12, 3, octets(COULEURS.hachureAbsent), 'descendante'), options);
  });
  await prete;
  const peinte = carte.once('idle');
  colorer(carte, donnees, choix.ind);
  await peinte;
  return carte;
}

/**
 * Show an indicator.
 * @param {Carte} carte
 * @param {Donnees} donnees
 * @param {string} ind
 */
export function colorer(carte, { valeurs }, ind) {
  carte.setPaintProperty('communes', 'fill-color', remplissage(valeurs, ind));
  for (const [code, { classes, cercles }] of Object.entries(valeurs.communes)) {
    carte.setFeatureState({ source: 'communes', id: code }, { classe: classes[ind] });
    carte.setFeatureState({ source: 'noms', id: code }, { rayon: cercles?.[ind] ?? 0 });
  }
  const { pire, absent } = hachures(valeurs, ind);
  carte.setFilter('hachures-pire', parmi(pire));
  carte.setFilter('hachures-absent', parmi(absent));
}

/**
 * Fade every commune that is not of the class (null: no data; undefined: no filter).
 * @param {Carte} carte
 * @param {Donnees} donnees
 * @param {string} ind
 * @param {number | null | undefined} classe
 */
export function filtrer(carte, { valeurs }, ind, classe) {
  for (const [code, { classes }] of Object.entries(valeurs.communes)) {
    const eteint = classe !== undefined && (classes[ind] ?? null) !== classe;
    carte.setFeatureState({ source: 'communes', id: code }, { eteint });
  }
}

/**
 * Give one commune, and no other, a state of the outline.
 * @param {Carte} carte
 * @param {'choisi' | 'survol'} nom
 * @param {string | null} avant
 * @param {string | null} apres
 */
export function marquer(carte, nom, avant, apres) {
  if (avant === apres) return;
  if (avant) carte.setFeatureState({ source: 'communes', id: avant }, { [nom]: false });
  if (apres) carte.setFeatureState({ source: 'communes', id: apres }, { [nom]: true });
}

/**
 * Bring a commune into the window if its centre is out of it.
 * @param {Carte} carte
 * @param {Donnees} donnees
 * @param {string} code
 */
export function montrer(carte, { noms }, code) {
  const trouve = noms.features.find(({ properties }) => properties?.code === code);
  if (trouve?.geometry.type !== 'Point') return;
  const [lng, lat] = trouve.geometry.coordinates;
  if (!carte.getBounds().contains([lng, lat])) carte.easeTo({ center: [lng, lat] });
}

/**
 * Show or hide the places.
 * @param {Carte} carte
 * @param {boolean} visibles
 */
export function montrerLieux(carte, visibles) {
  for (const couche of COUCHES_LIEUX) {
    carte.setLayoutProperty(couche, 'visibility', visibles ? 'visible' : 'none');
  }
}

/**
 * Code of the commune under a point of the canvas.
 * @param {Carte} carte
 * @param {import('maplibre-gl').PointLike} point
 * @returns {string | null}
 */
export function communeSous(carte, point) {
  const [trouvee] = carte.queryRenderedFeatures(point, { layers: ['communes'] });
  return trouvee ? String(trouvee.properties.code) : null;
}

/**
 * Opaque colour as four bytes.
 * @param {string} hexadecimal `#rrggbb`
 * @returns {[number, number, number, number]}
 */
function octets(hexadecimal) {
  const [r, v, b] = [1, 3, 5].map((debut) => parseInt(hexadecimal.slice(debut, debut + 2), 16));
  return [r, v, b, 255];
}
