/**
 * The suggestions of a search field: which one is chosen as keys are pressed, and which answer is
 * worth showing. Pure: nothing here reads the page.
 *
 * @typedef {{nom: string, detail: string, href: string}} Suggestion
 * @typedef {{suggestions: Suggestion[], annonce: string}} Reponse
 */

/** No choice among the suggestions: the text of the field stands. */
export const AUCUNE = -1;
const PLUS_COURTE = 2;

/**
 * Place of the choice after a key: arrows go round, through the field itself.
 * @param {string} touche name of the key
 * @param {number} place present choice, or AUCUNE
 * @param {number} total how many suggestions are shown
 * @returns {number | null} null when the key does not move the choice
 */
export function deplacer(touche, place, total) {
  if (total === 0) return null;
  if (touche === 'ArrowDown') return place + 1 < total ? place + 1 : AUCUNE;
  if (touche === 'ArrowUp') return place === AUCUNE ? total - 1 : place - 1;
  return null;
}

/**
 * Whether a text is long enough to be asked about.
 * @param {string} texte
 */
export function estAssezLong(texte) {
  return texte.trim().length >= PLUS_COURTE;
}

/**
 * Address of the suggestions of a text; the state of the page goes with it.
 * @param {string} texte
 * @param {Iterable<[string, string]>} champs other fields of the form
 * @returns {string}
 */
export function adresseDe(texte, champs) {
  const demande = new URLSearchParams([...champs].filter(([nom]) => nom !== 'q'));
  demande.set('q', texte.trim());
  return `/recherche/suggestions?${demande}`;
}
