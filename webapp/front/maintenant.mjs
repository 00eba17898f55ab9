/** « Ouvert maintenant » beside each place whose week is known, kept true while the page is open. */

import { direOuverture, lireSemaine, momentLocal } from './ouverture.mjs';

const CHAQUE_MINUTE_MS = 60_000;

/** Write what each place of the page is now. */
function direMaintenant() {
  const instant = new Date();
  for (const element of document.querySelectorAll('[data-semaine]')) {
    const { semaine = '', fuseau = '' } = /** @type {HTMLElement} */ (element).dataset;
    const { texte, ouvert } = direOuverture(lireSemaine(semaine), momentLocal(instant, fuseau));
    if (element.textContent !== texte) element.textContent = texte;
    element.classList.toggle('est-ouvert', ouvert === true);
  }
}

/** Write it now, and again every minute. */
export function suivreHeure() {
  direMaintenant();
  setInterval(direMaintenant, CHAQUE_MINUTE_MS);
}
