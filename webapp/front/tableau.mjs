/** The table beside the map follows the filter of the legend. */

/**
 * Show only the rows of some communes.
 * @param {HTMLElement} tableau
 * @param {(code: string) => boolean} garde
 */
export function filtrerLignes(tableau, garde) {
  for (const ligne of tableau.querySelectorAll('tr')) {
    const { code } = ligne.dataset;
    if (code) ligne.hidden = !garde(code);
  }
}
