/**
 * The page of a scenario, alive: a gesture asks the server for the scenario that follows, its answer
 * takes the place of the page, its address goes to the history. Without it, every gesture is a link
 * or a form that does the same.
 */

import { preparerCopie } from './copie.mjs';
import { adresseDuGeste, memeScenario } from './gestes.mjs';
import { remplacer } from './page.mjs';
import { adresseDuFormulaire } from './regle.mjs';
import { brancherCarte } from './scenario-carte.mjs';

/** @import {Geste} from './gestes.mjs' */

/** The parts of the page that a gesture changes; the map and the live region have their own ways. */
const PARTIES = [
  '#avis',
  '#reglages',
  '#carte-legende',
  '#carte-sources',
  '#chiffres-brefs',
  '#changements',
  '#bilan',
];
/** Under this width, what is long is folded until the reader unfolds it. */
const ETROIT = window.matchMedia('(max-width: 40rem)');

/** @type {AbortController | undefined} */
let demande;
let pas = 0;
let montree = location.href;
/** @type {Set<string>} */
const deplies = new Set();

const carte = brancherCarte(element('#carte-scenario'), (geste) => agir(geste));

document.addEventListener('click', (clic) => {
  if (!(clic.target instanceof Element)) return;
  if (clic.target.closest('#annuler')) history.back();
  const lien = clic.target.closest('a[href]');
  const adresse = lien?.getAttribute('href') ?? '';
  if (clic.ctrlKey || clic.metaKey || clic.shiftKey || !estDici(adresse)) return;
  clic.preventDefault();
  aller(new URL(adresse, location.href).href);
});
document.addEventListener('submit', (envoi) => {
  const formulaire = /** @type {HTMLFormElement} */ (envoi.target);
  if (formulaire.method !== 'get' || !estDici(formulaire.getAttribute('action') ?? '')) return;
  envoi.preventDefault();
  aller(adresseDuFormulaire(formulaire.action, new FormData(formulaire)));
});
document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement && target.form && 'suivi' in target.dataset) {
    target.form.requestSubmit();
  }
  if (target instanceof HTMLInputElement && target.type === 'file') {
    element('.nom-fichier').textContent = target.files?.[0]?.name ?? '';
  }
});
// The suggestion of a commune is a gesture like another.
document.addEventListener('carto:choix', (choix) => {
  const { detail } = /** @type {CustomEvent<string>} */ (choix);
  if (!estDici(detail)) return;
  choix.preventDefault();
  aller(new URL(detail, location.href).href);
});
window.addEventListener('popstate', ({ state }) => {
  if (location.href.split('#')[0] === montree.split('#')[0]) return;
  pas = state?.pas ?? 0;
  aller(location.href, { garder: false });
});
preparer();

/**
 * @param {Geste} geste
 */
function agir(geste) {
  const duree = geste.geste === 'ajouter' ? heuresAjoutees() : undefined;
  aller(adresseDuGeste(location.href, duree ? { ...geste, duree } : geste));
}

/**
 * Ask for an address of this page and show its answer; the whole page when that fails.
 * @param {string} adresse
 * @param {{garder?: boolean}} [options] whether the address goes to the history
 */
async function aller(adresse, { garder = true } = {}) {
  demande?.abort();
  demande = new AbortController();
  const principal = element('main');
  principal.setAttribute('aria-busy', 'true');
  try {
    const reponse = await fetch(adresse, { signal: demande.signal });
    if (!reponse.ok) throw new Error(String(reponse.status));
    const page = new DOMParser().parseFromString(await reponse.text(), 'text/html');
    // A gesture that is refused changes nothing, hence not the address either.
    const estRefuse = page.querySelector('[data-refus]') !== null;
    montrer(page);
    if (garder && !estRefuse) garderAdresse(reponse.url);
    montree = location.href;
    preparer();
    const { hash } = new URL(adresse);
    if (hash) /** @type {HTMLElement | null} */ (document.querySelector(hash))?.focus();
    principal.removeAttribute('aria-busy');
  } catch (erreur) {
    if (erreur instanceof Error && erreur.name === 'AbortError') return;
    location.assign(adresse);
  }
}

/**
 * Put an address in the history: a step to undo, unless it only shows another place of the same.
 * @param {string} adresse
 */
function garderAdresse(adresse) {
  if (adresse === location.href) return;
  if (memeScenario(adresse, location.href)) {
    history.replaceState(history.state, '', adresse);
    return;
  }
  pas += 1;
  history.pushState({ pas }, '', adresse);
}

/**
 * @param {Document} page
 */
function montrer(page) {
  for (const partie of PARTIES) {
    const [presente, nouvelle] = [document, page].map((une) => une.querySelector(partie));
    if (presente && nouvelle) remplacer(presente, nouvelle, () => presente.replaceWith(nouvelle));
  }
  carte.montrer(page);
  const [bandeau, sien] = [document, page].map((une) => une.querySelector('header .regle'));
  if (bandeau && sien) bandeau.replaceWith(sien);
  else if (sien) element('header').append(sien);
  else bandeau?.remove();
  // The live region stays, so that its new words are said.
  element('#resultat').textContent = page.querySelector('#resultat')?.textContent ?? '';
  document.title = page.title;
}

/** What only makes sense with a script: copy, undo, selects that follow the choice. */
function preparer() {
  element('#annuler').hidden = pas === 0;
  for (const bouton of document.querySelectorAll('[data-suivi-bouton]')) {
    /** @type {HTMLElement} */ (bouton).hidden = true;
  }
  plier();
  preparerCopie('tout le scénario');
}

/** Fold what is long on a small screen, unless the reader unfolded it. */
function plier() {
  for (const pli of document.querySelectorAll('details[data-pli]')) {
    const details = /** @type {HTMLDetailsElement} */ (pli);
    details.open = !ETROIT.matches || deplies.has(details.id);
    details.addEventListener('toggle', () => {
      if (details.open) deplies.add(details.id);
      else deplies.delete(details.id);
    });
  }
}

/** @returns {string | undefined} hours a week that the form of additions holds, if they are valid */
function heuresAjoutees() {
  const champ = /** @type {HTMLInputElement | null} */ (document.querySelector('#duree-ajout'));
  return champ?.value && champ.checkValidity() ? champ.value : undefined;
}

/**
 * Whether an address is one of this page.
 * @param {string} adresse
 */
function estDici(adresse) {
  return /^\/scenario(\?|$)/.test(adresse);
}

/**
 * @param {string} choix
 * @returns {HTMLElement}
 */
function element(choix) {
  return /** @type {HTMLElement} */ (document.querySelector(choix));
}
