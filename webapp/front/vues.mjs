/**
 * Buttons that fly to the parts of a map which cannot be seen at once: the mainland, each overseas
 * département. They appear with the interactive map; the drawn one shows all parts side by side.
 */
import { lireEmprise } from './donnees.mjs';

const MARGE = 24;

/**
 * Show the buttons of a map and make each fly to its part.
 * @param {HTMLElement} boutons element whose buttons have `data-bbox`
 * @param {import('maplibre-gl').Map} carte
 * @param {(texte: string) => void} annoncer
 */
export function brancherVues(boutons, carte, annoncer) {
  boutons.hidden = false;
  boutons.addEventListener('click', ({ target }) => {
    const bouton = /** @type {HTMLElement} */ (target).closest('button');
    if (!bouton?.dataset.bbox) return;
    carte.fitBounds(lireEmprise(bouton.dataset.bbox), { padding: MARGE });
    annoncer(`${bouton.textContent} : la carte s’y déplace.`);
  });
  carte.once('webglcontextlost', () => {
    boutons.hidden = true;
  });
}
