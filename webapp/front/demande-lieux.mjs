/**
 * What is asked of the places, in the parameters of an address. Pure: nothing here reads the page.
 */

/** The parameters of the filter of places, as the server knows them. */
export const PARAMETRES = /** @type {const} */ ([
  'format',
  'service',
  'public',
  'gratuit',
  'soir',
  'samedi',
  'itinerant',
]);

/**
 * What a query asks of the places; what it leaves empty is not asked.
 * @param {string} search
 * @returns {Record<string, string>}
 */
export function demande(search) {
  const champs = new URLSearchParams(search);
  const trouves = PARAMETRES.map((nom) => [nom, champs.get(nom) ?? '']);
  return Object.fromEntries(trouves.filter(([, valeur]) => valeur && valeur !== '0'));
}

/**
 * The same query with something else asked of the places; other parameters are kept.
 * @param {string} search
 * @param {Record<string, string>} asked
 * @returns {string} '' or '?…'
 */
export function avecDemande(search, asked) {
  const champs = new URLSearchParams(search);
  for (const nom of PARAMETRES) champs.delete(nom);
  for (const [nom, valeur] of Object.entries(asked)) champs.set(nom, valeur);
  const texte = champs.toString();
  return texte && `?${texte}`;
}
