/** The address of a form, as the browser would send it. Pure: nothing here reads the page. */

/**
 * Write the address that a form asks for.
 * @param {string} action
 * @param {Iterable<[string, FormDataEntryValue]>} champs
 * @returns {string}
 */
export function adresseDuFormulaire(action, champs) {
  const adresse = new URL(action);
  adresse.search = '';
  for (const [nom, valeur] of champs) adresse.searchParams.append(nom, String(valeur));
  return adresse.href;
}
