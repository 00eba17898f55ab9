/**
 * The relay: the interactive map takes over the drawn one, answers the pointer and the keyboard,
 * and gives the place back when the browser cannot draw it any more.
 *
 * @typedef {import('./etat.mjs').Etat} Etat
 * @typedef {import('./donnees.mjs').Donnees} Donnees
 * @typedef {import('./frise.mjs').Moment} Moment
 * @typedef {import('maplibre-gl').Map} Carte
 * @typedef {typeof import('maplibre-gl')} Bibliotheque
 * @typedef {{integree: boolean, surChoix: (code: string, focus: boolean) => void,
 *   surPerte: () => void}} Options
 * @typedef {{afficher: (etat: Etat) => void, donnees: Donnees,
 *   dater: (quoi: string, moments: [string, Moment][]) => void}} Relais
 */
import { chercherDonnees, texteDe } from './donnees.mjs';
import { ecrireVue, lireVue } from './etat.mjs';
import * as interactive from './interactive.mjs';
import { filtreDe } from './legende.mjs';
import { ouvrirLieu } from './lieux.mjs';
import { annoncer } from './panneau.mjs';

/** How long a map may take to draw its shapes; meanwhile the drawn one answers. */
const DELAI_MS = 30_000;

/**
 * Load the library and the data, open the map over the drawn one and hide the latter. A map that
 * cannot be opened leaves nothing behind, and the promise is rejected.
 * The event `carto:carte` of the element then hands the map over to whoever listens.
 * @param {HTMLElement} boite
 * @param {Etat} etat
 * @param {Options} options
 * @returns {Promise<Relais>}
 */
export async function prendreLeRelais(boite, etat, options) {
  const { maplibre: module = '', styleMaplibre = '' } = boite.dataset;
  const [maplibre, donnees] = await Promise.all([
    /** @type {Promise<Bibliotheque>} */ (import(new URL(module, document.baseURI).href)),
    chercherDonnees(boite.dataset),
    chargerStyle(new URL(styleMaplibre, document.baseURI).href),
    chargerStyle(new URL('./interactive.css', import.meta.url).href),
  ]);
  const toile = document.createElement('div');
  toile.className = 'carte-interactive';
  boite.append(toile);
  const ouverture = interactive.ouvrirCarte(maplibre, toile, donnees, {
    ind: etat.ind,
    lieux: etat.lieux,
    vue: lireVue(location.hash || `#carte=${boite.closest('main')?.dataset.vue ?? ''}`),
    marges: marges(boite),
    integree: options.integree,
  });
  const carte = await attendre(ouverture).catch((erreur) => {
    toile.remove();
    throw erreur;
  });
  boite.classList.add('est-interactive');
  const { fond } = boite.dataset;
  if (fond) import('./fond.mjs').then(({ poserFond }) => poserFond(carte, fond));
  carte.once('webglcontextlost', () => {
    boite.classList.remove('est-interactive');
    carte.remove();
    toile.remove();
    options.surPerte();
  });
  suivreVue(carte);
  const pointeur = suivrePointeur(maplibre, carte, donnees, etat, options);
  suivreClavier(carte, pointeur.decrire, options);
  boite.dispatchEvent(new CustomEvent('carto:carte', { bubbles: true, detail: carte }));
  return { ...piloter(carte, donnees, etat, pointeur.changerIndicateur), donnees };
}

/**
 * Wait for a map, but not for ever: one that opens too late is closed.
 * @param {Promise<Carte>} ouverture
 * @returns {Promise<Carte>}
 */
function attendre(ouverture) {
  return new Promise((pret, echec) => {
    const minuterie = setTimeout(() => {
      ouverture.then((carte) => carte.remove(), () => {});
      echec(new Error('délai dépassé'));
    }, DELAI_MS);
    ouverture.then(pret, echec).finally(() => clearTimeout(minuterie));
  });
}

/**
 * What the page may ask of the map.
 * @param {Carte} carte
 * @param {Donnees} donnees
 * @param {Etat} depart
 * @param {(ind: string) => void} surIndicateur
 */
function piloter(carte, donnees, depart, surIndicateur) {
  let { ind, sel, lieux, classe } = depart;
  const filtrer = (/** @type {Etat} */ etat) =>
    interactive.filtrer(carte, donnees, etat.ind, filtreDe(donnees.valeurs, etat.ind, etat.classe));
  interactive.marquer(carte, 'choisi', null, sel);
  filtrer(depart);
  return {
    /** @param {Etat} etat */
    afficher(etat) {
      if (etat.ind !== ind) {
        interactive.colorer(carte, donnees, etat.ind);
        surIndicateur(etat.ind);
      }
      if (etat.ind !== ind || etat.classe !== classe) filtrer(etat);
      if (etat.lieux !== lieux) interactive.montrerLieux(carte, etat.lieux);
      if (etat.sel !== sel) {
        interactive.marquer(carte, 'choisi', sel, etat.sel);
        if (etat.sel) interactive.montrer(carte, donnees, etat.sel);
      }
      ({ ind, sel, lieux, classe } = etat);
    },
    /**
     * Give an indicator the values of another quarter.
     * @param {string} quoi
     * @param {[string, Moment][]} moments by code
     */
    dater(quoi, moments) {
      for (const [code, moment] of moments) {
        const commune = donnees.valeurs.communes[code];
        if (!commune) continue;
        commune.classes[quoi] = moment.classe;
        commune.textes[quoi] = moment.texte;
        if (moment.rayon !== null) commune.cercles = { [quoi]: moment.rayon };
      }
      if (quoi !== ind) return;
      interactive.colorer(carte, donnees, ind);
      filtrer({ ...depart, ind, classe });
    },
  };
}

/**
 * Outline and name the commune under the pointer; a click chooses it, or opens a place. A framed
 * map has no panel: the click says there what the pointer says.
 * @param {Bibliotheque} maplibre
 * @param {Carte} carte
 * @param {Donnees} donnees
 * @param {Etat} etat
 * @param {Options} options
 */
function suivrePointeur(maplibre, carte, { valeurs }, etat, options) {
  let { ind } = etat;
  let survol = /** @type {string | null} */ (null);
  const bulle = new maplibre.Popup({
    className: 'infobulle',
    closeButton: false,
    closeOnClick: false,
    offset: 14,
  });
  const marquer = (/** @type {string | null} */ code) => {
    interactive.marquer(carte, 'survol', survol, code);
    survol = code;
  };
  const decrire = (/** @type {string | null} */ code) => {
    marquer(code);
    const commune = code ? valeurs.communes[code] : null;
    return commune ? { nom: commune.nom, texte: texteDe(valeurs, commune, ind) } : null;
  };
  carte.on('mousemove', (evenement) => {
    const avant = survol;
    const code = interactive.communeSous(carte, evenement.point);
    const texte = code === avant ? null : decrire(code);
    carte.getCanvas().style.cursor = code ? 'pointer' : '';
    if (!code) bulle.remove();
    else if (texte) bulle.setDOMContent(etiquette(texte)).addTo(carte);
    if (code) bulle.setLngLat(evenement.lngLat);
  });
  carte.on('mouseout', () => {
    marquer(null);
    bulle.remove();
  });
  carte.on('click', (evenement) => {
    bulle.remove();
    if (ouvrirLieu(maplibre, carte, evenement)) return;
    const code = interactive.communeSous(carte, evenement.point);
    if (!code) return;
    options.surChoix(code, false);
    const commune = options.integree ? decrire(code) : null;
    if (!commune) return;
    bulle.setLngLat(evenement.lngLat).setDOMContent(etiquette(commune)).addTo(carte);
    annoncer(`${commune.nom} : ${commune.texte}`);
  });
  const changerIndicateur = (/** @type {string} */ nouveau) => {
    ind = nouveau;
    bulle.remove();
  };
  return { decrire, changerIndicateur };
}

/**
 * Arrows move the map under a mark in its middle; Enter chooses the commune under the mark.
 * @param {Carte} carte
 * @param {(code: string | null) => {nom: string, texte: string} | null} decrire
 * @param {Options} options
 */
function suivreClavier(carte, decrire, options) {
  const toile = carte.getCanvas();
  const mire = document.createElement('div');
  mire.className = 'mire';
  carte.getCanvasContainer().append(mire);
  toile.setAttribute('aria-describedby', 'mode-emploi-carte');
  const auCentre = () => interactive.communeSous(carte, carte.project(carte.getCenter()));
  toile.addEventListener('keydown', ({ key }) => {
    const code = key === 'Enter' ? auCentre() : null;
    if (!code) return;
    options.surChoix(code, true);
    const commune = options.integree ? decrire(code) : null;
    if (commune) annoncer(`${commune.nom} : ${commune.texte}`);
  });
  carte.on('moveend', () => {
    if (!toile.matches(':focus-visible')) return;
    const commune = decrire(auCentre());
    if (commune) annoncer(`${commune.nom} : ${commune.texte}`);
  });
  toile.addEventListener('blur', () => decrire(null));
}

/**
 * Keep the view in the hash when the visitor moves the map, and follow the hash.
 * @param {Carte} carte
 */
function suivreVue(carte) {
  carte.on('moveend', (evenement) => {
    if (!('originalEvent' in evenement) || !evenement.originalEvent) return;
    const { lat, lng } = carte.getCenter();
    const hash = ecrireVue({ zoom: carte.getZoom(), lat, lng });
    history.replaceState(history.state, '', location.pathname + location.search + hash);
  });
  window.addEventListener('hashchange', () => {
    const vue = lireVue(location.hash);
    if (vue) carte.jumpTo({ center: [vue.lng, vue.lat], zoom: vue.zoom });
  });
}

/**
 * Name and value of a commune, for the pointer.
 * @param {{nom: string, texte: string}} commune
 * @returns {HTMLElement}
 */
function etiquette({ nom, texte }) {
  const boite = document.createElement('div');
  const titre = document.createElement('strong');
  titre.textContent = nom;
  const valeur = document.createElement('span');
  valeur.textContent = texte;
  boite.append(titre, valeur);
  return boite;
}

/**
 * Space around the communes: neither the legend on the left, if it lies over the map, nor the
 * buttons on the right hide any; on a narrow map there is no room to spare for the buttons.
 * @param {HTMLElement} boite
 * @returns {import('./interactive.mjs').Marges}
 */
function marges(boite) {
  const marge = Math.min(24, boite.clientWidth / 20);
  const cadre = boite.getBoundingClientRect();
  const legende = document.getElementById('legende')?.getBoundingClientRect();
  const dessus =
    legende &&
    legende.left < cadre.right &&
    legende.right > cadre.left &&
    legende.top < cadre.bottom &&
    legende.bottom > cadre.top;
  const gauche = dessus ? Math.min(legende.right - cadre.left, cadre.width / 2) : 0;
  const boutons = cadre.width > 600 ? 44 : 0;
  return { top: marge, right: marge + boutons, bottom: marge, left: gauche + marge };
}

/**
 * Add a style sheet and wait until it applies.
 * @param {string} adresse
 * @returns {Promise<void>}
 */
function chargerStyle(adresse) {
  return new Promise((charge, echec) => {
    const lien = document.createElement('link');
    lien.rel = 'stylesheet';
    lien.href = adresse;
    lien.onload = () => charge();
    lien.onerror = () => echec(new Error(adresse));
    document.head.append(lien);
  });
}
