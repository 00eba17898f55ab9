/** The pages that list places: what is open now, and a button that prints. */

import { suivreHeure } from './maintenant.mjs';

suivreHeure();
for (const bouton of document.querySelectorAll('button[data-imprimer]')) {
  /** @type {HTMLElement} */ (bouton).hidden = false;
  bouton.addEventListener('click', () => window.print());
}
