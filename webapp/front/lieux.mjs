/** The places on the map: a click opens a cluster or the card of a place. */

import { COUCHES_LIEUX } from './points.mjs';

/**
 * @typedef {import('maplibre-gl').Map} Carte
 * @typedef {typeof import('maplibre-gl')} Bibliotheque
 */

/**
 * Answer a click on a place or a cluster.
 * @param {Bibliotheque} maplibre
 * @param {Carte} carte
 * @param {import('maplibre-gl').MapMouseEvent} evenement
 * @returns {boolean} true when there was one under the pointer
 */
export function ouvrirLieu(maplibre, carte, evenement) {
  const [trouve] = carte.queryRenderedFeatures(evenement.point, {
    layers: COUCHES_LIEUX.filter((nom) => carte.getLayer(nom)),
  });
  if (trouve?.geometry.type !== 'Point') return false;
  const [lng, lat] = trouve.geometry.coordinates;
  if (trouve.properties.point_count) {
    const source = /** @type {import('maplibre-gl').GeoJSONSource} */ (carte.getSource('lieux'));
    source
      .getClusterExpansionZoom(trouve.properties.cluster_id)
      .then((zoom) => carte.easeTo({ center: [lng, lat], zoom }));
    return true;
  }
  const bulle = new maplibre.Popup({ className: 'bulle-lieu', maxWidth: '18rem', offset: 12 })
    .setLngLat([lng, lat])
    .setDOMContent(ficheLieu(trouve.properties))
    .addTo(carte);
  const fermer = bulle.getElement().querySelector('.maplibregl-popup-close-button');
  fermer?.setAttribute('aria-label', `Fermer la fiche de ${trouve.properties.nom}`);
  bulle.getElement().addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    bulle.remove();
    carte.getCanvas().focus();
  });
  return true;
}

/**
 * The card of a place; texts only, never HTML.
 * @param {Record<string, any>} lieu
 * @returns {HTMLElement}
 */
function ficheLieu(lieu) {
  const { nom, format_label, address_text, hours_text, remarks_text } = lieu;
  const fiche = document.createElement('div');
  const ligne = (/** @type {string} */ balise, /** @type {string} */ texte) => {
    const element = document.createElement(balise);
    element.textContent = texte;
    fiche.append(element);
  };
  ligne('strong', nom);
  ligne('p', format_label);
  ligne('p', address_text);
  if (lieu.phone_dial) fiche.append(appel(lieu.phone_text, lieu.phone_dial));
  ligne('p', hours_text || 'Horaires non publiés.');
  if (remarks_text) ligne('p', remarks_text);
  return fiche;
}

/**
 * A number to call.
 * @param {string} texte
 * @param {string} numero
 * @returns {HTMLElement}
 */
function appel(texte, numero) {
  const ligne = document.createElement('p');
  const lien = document.createElement('a');
  lien.href = `tel:${numero}`;
  lien.textContent = texte;
  ligne.append('Téléphone : ', lien);
  return ligne;
}
