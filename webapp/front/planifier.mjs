/**
 * The page of a plan, alive: only the fields of the chosen way are shown, and a long computation
 * says that it goes on. Without it, the button of the form does the same.
 */

import { preparerCopie } from './copie.mjs';
import { depuis } from './patience.mjs';

const PAS = 1000;

const formulaire = /** @type {HTMLFormElement} */ (document.querySelector('#question'));
const attente = /** @type {HTMLElement} */ (document.querySelector('#attente'));
/** @type {AbortController | undefined} */
let demande;

preparerCopie('la question et le territoire');
formulaire.addEventListener('change', (evenement) => {
  const champ = /** @type {HTMLInputElement} */ (evenement.target);
  if (champ.type === 'radio') montrerLaVoie(champ.value);
});
formulaire.addEventListener('submit', (evenement) => {
  evenement.preventDefault();
  calculer();
});

/**
 * Show the fields of one way of asking.
 * @param {string} voie
 */
function montrerLaVoie(voie) {
  for (const bloc of formulaire.querySelectorAll('[data-voie]')) {
    const element = /** @type {HTMLElement} */ (bloc);
    element.hidden = !element.dataset.voie?.split(' ').includes(voie);
  }
}

/** Ask the server for the answer, say that it is on its way, and show it under its address. */
async function calculer() {
  demande?.abort();
  demande = new AbortController();
  const adresse = new URL(formulaire.action);
  const champs = new FormData(formulaire);
  for (const [nom, valeur] of champs) adresse.searchParams.append(nom, String(valeur));
  const debut = Date.now();
  const dire = () => {
    attente.textContent = depuis(Date.now() - debut);
  };
  dire();
  const minuterie = window.setInterval(dire, PAS);
  document.querySelector('#reponse')?.setAttribute('aria-busy', 'true');
  try {
    const reponse = await fetch(adresse, { signal: demande.signal });
    if (!reponse.ok) throw new Error(String(reponse.status));
    const page = new DOMParser().parseFromString(await reponse.text(), 'text/html');
    remplacer(page);
    history.pushState(null, '', reponse.url);
    document.title = page.title;
  } catch (erreur) {
    if (erreur instanceof Error && erreur.name === 'AbortError') return;
    location.assign(adresse);
  } finally {
    window.clearInterval(minuterie);
    attente.textContent = '';
  }
}

window.addEventListener('popstate', () => location.reload());

/**
 * Show a page in the place of this one, and take the reader to what it found.
 * @param {Document} page
 */
function remplacer(page) {
  const contenu = document.querySelector('main');
  const nouveau = page.querySelector('main');
  const reponse = page.querySelector('#reponse');
  if (!contenu || !nouveau || !reponse) throw new Error('#reponse');
  const champs = page.querySelector('#question');
  document.querySelector('#reponse')?.replaceWith(reponse);
  if (champs) formulaire.replaceChildren(...champs.childNodes, attente);
  formulaire.querySelector('#attente:not(:last-child)')?.remove();
  const trouvaille = /** @type {HTMLElement | null} */ (document.querySelector('#trouvaille'));
  if (trouvaille) {
    trouvaille.tabIndex = -1;
    trouvaille.focus();
  }
  preparerCopie('la question et le territoire');
}
