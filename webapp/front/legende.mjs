/**
 * The legend as a filter: each class is a link of the page, that keeps it on the map and in the
 * table; pressed again, or « Tout afficher », it shows them all. The page works without this.
 */

/**
 * @typedef {number | null | undefined} Filtre class index, null: no data, undefined: no filter
 * @typedef {import('./donnees.mjs').Valeurs} Valeurs
 */

const SANS_CLASSE = 'absente';

/**
 * Index of the class of a key, for an indicator; no filter when it has no such class.
 * @param {Valeurs} valeurs
 * @param {string} ind
 * @param {string | null} cle
 * @returns {Filtre}
 */
export function filtreDe(valeurs, ind, cle) {
  if (cle === null) return undefined;
  if (cle === SANS_CLASSE) return null;
  const rang = valeurs.indicateurs[ind].classes.findIndex(({ key }) => key === cle);
  return rang < 0 ? undefined : rang;
}

/**
 * Key of the class that a link of the legend keeps, '' for all; null for another link.
 * @param {URL} lien
 * @param {Element} cible what was pressed
 * @returns {string | null}
 */
export function classeDemandee(lien, cible) {
  return cible.closest('#cadre-legende') ? (lien.searchParams.get('classe') ?? '') : null;
}

/**
 * What the legend keeps, to be said.
 * @returns {string}
 */
export function direFiltre() {
  const gardee = document.querySelector('#legende [aria-current]');
  if (!gardee) return 'Toutes les classes sont montrées.';
  const morceaux = gardee.querySelectorAll('.nom-classe, .effectif');
  const texte = [...morceaux].map(({ textContent }) => textContent?.trim()).join(' : ');
  return `Seule classe montrée, ${texte.replace(/\.$/, '')}.`;
}
