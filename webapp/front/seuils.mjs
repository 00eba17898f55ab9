/**
 * The page of the thresholds, alive: sliders beside the numbers, what changes while one types, and
 * the address to copy. Without it, the button of the form does the same.
 */

import { preparerCopie } from './copie.mjs';
import { adresseDuFormulaire } from './regle.mjs';

const DELAI = 400;

const formulaire = /** @type {HTMLFormElement} */ (document.querySelector('#regle'));
/** @type {AbortController | undefined} */
let demande;
/** @type {number | undefined} */
let attente;

for (const champ of avecCurseur()) champ.after(curseur(champ));
preparerCopie('les seuils, les poids et le territoire');

formulaire.addEventListener('input', (evenement) => {
  const champ = /** @type {HTMLInputElement} */ (evenement.target);
  accorder(champ);
  clearTimeout(attente);
  attente = window.setTimeout(recalculer, DELAI);
});
formulaire.addEventListener('submit', (evenement) => {
  evenement.preventDefault();
  clearTimeout(attente);
  recalculer();
});

/** @returns {NodeListOf<HTMLInputElement>} the thresholds; a weight is a small whole number */
function avecCurseur() {
  return formulaire.querySelectorAll('[data-curseur] input');
}

/**
 * A slider that moves a number; for pointers only, since the number has its own keys.
 * @param {HTMLInputElement} champ
 */
function curseur(champ) {
  const glissiere = document.createElement('input');
  glissiere.type = 'range';
  for (const nom of /** @type {const} */ (['min', 'max', 'step', 'value'])) {
    glissiere[nom] = champ[nom];
  }
  glissiere.tabIndex = -1;
  glissiere.setAttribute('aria-hidden', 'true');
  glissiere.dataset.pour = champ.id;
  return glissiere;
}

/**
 * Give a number the value of its slider, or the slider that of its number, and mark what differs.
 * @param {HTMLInputElement} champ the one that moved
 */
function accorder(champ) {
  const nombre = champ.dataset.pour
    ? /** @type {HTMLInputElement} */ (document.getElementById(champ.dataset.pour))
    : champ;
  const glissiere = nombre.parentElement?.querySelector('input[type="range"]');
  if (champ !== nombre) nombre.value = champ.value;
  else if (glissiere instanceof HTMLInputElement) glissiere.value = nombre.value;
  const bloc = /** @type {HTMLElement | null} */ (nombre.closest('.seuil'));
  bloc?.classList.toggle('est-change', Number(nombre.value) !== Number(bloc.dataset.publie));
}

/** Ask the server what the rule changes, and show it under its address. */
async function recalculer() {
  if (!formulaire.reportValidity()) return;
  demande?.abort();
  demande = new AbortController();
  const effet = document.querySelector('#effet');
  effet?.setAttribute('aria-busy', 'true');
  try {
    const reponse = await fetch(adresseDuFormulaire(formulaire.action, new FormData(formulaire)), {
      signal: demande.signal,
    });
    if (!reponse.ok) throw new Error(String(reponse.status));
    const page = new DOMParser().parseFromString(await reponse.text(), 'text/html');
    remplacer(page);
    history.replaceState(null, '', reponse.url);
    document.title = page.title;
  } catch (erreur) {
    if (erreur instanceof Error && erreur.name === 'AbortError') return;
    formulaire.submit();
  }
}

/**
 * Show what changed, and say it: the live region is kept, only its words are replaced.
 * @param {Document} page
 */
function remplacer(page) {
  const dit = document.querySelector('#effet [role="status"]');
  const nouveau = page.querySelector('#effet');
  const mots = nouveau?.querySelector('[role="status"]');
  if (!nouveau || !mots || !dit) throw new Error('#effet');
  const texte = mots.textContent;
  mots.replaceWith(dit);
  document.querySelector('#effet')?.replaceWith(nouveau);
  dit.textContent = texte;
  const bandeau = document.querySelector('header .regle');
  const sien = page.querySelector('header .regle');
  if (bandeau && sien) bandeau.replaceWith(sien);
  else if (sien) document.querySelector('header')?.append(sien);
  else bandeau?.remove();
  preparerCopie('les seuils, les poids et le territoire');
}
