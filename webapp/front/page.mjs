/**
 * The rest of the page follows the indicator: the server writes every text, drawing and table,
 * the browser replaces the parts that differ. No French number is made twice.
 */

/** The parts of a page that depend on the indicator or on the places. */
const PARTIES = [
  '.regle',
  '#carte-titre',
  '#definition',
  '#temps-notes',
  '#classes',
  '#carte-fixe',
  '#cadre-legende',
  '#constat',
  '.vue > .source',
  '.vue > .actions',
  '#communes',
  '#cle-lieux',
  '#bilan-lieux',
  '#lieux-du-territoire',
];

/**
 * Fetch a page of this site and replace the present parts by its own.
 * @param {string} adresse
 * @param {AbortSignal} signal
 */
export async function remplacerParties(adresse, signal) {
  const reponse = await fetch(adresse, { signal });
  if (!reponse.ok) throw new Error(`${adresse} : ${reponse.status}`);
  const page = new DOMParser().parseFromString(await reponse.text(), 'text/html');
  const cle = document.activeElement?.closest('[data-cle]')?.getAttribute('data-cle');
  for (const partie of PARTIES) {
    const nouvelle = page.querySelector(partie);
    if (nouvelle) document.querySelector(partie)?.replaceWith(nouvelle);
  }
  remplacerTemps(page);
  document.title = page.title;
  if (cle !== undefined && cle !== null) reprendre(cle);
}

/**
 * The choice of a quarter stays under the hand that moves it; it changes with the indicator.
 * @param {Document} page
 */
function remplacerTemps(page) {
  const [present, nouveau] = [document, page].map((une) => une.getElementById('temps'));
  if (!present || !nouveau || present.dataset.ind === nouveau.dataset.ind) return;
  present.replaceWith(nouveau);
  nouveau.dispatchEvent(new CustomEvent('carto:temps', { bubbles: true }));
}

/**
 * Give the focus back to the link of the legend that had it, or to the first one.
 * @param {string} cle
 */
function reprendre(cle) {
  const liens = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-cle]'))];
  (liens.find((lien) => lien.dataset.cle === cle) ?? liens[0])?.focus({ preventScroll: true });
}
