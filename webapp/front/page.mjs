/**
 * The rest of the page follows the indicator: the server writes every text, drawing and table,
 * the browser replaces the parts that differ. No French number is made twice.
 */

/** The parts of a page that depend on the state of the map. */
const PARTIES = [
  '.regle',
  '#carte-titre',
  '#reglages-gardes',
  '#definition',
  '#temps-notes',
  '#classes',
  '.vue > .mailles',
  '#carte-fixe',
  '#cadre-legende',
  '#vers-complete',
  '#commune-choisie',
  '#adresse-complete .adresse',
  '#constat',
  '#sources-carte',
  '.vue > .a-faire',
  '#parties',
  '#communes',
  '#cle-lieux',
  '#filtre-lieux .filtre-suite',
  '#bilan-lieux',
  '#lieux-du-territoire',
];

/**
 * Fetch a page of this site and replace the present parts by its own.
 * @param {string} adresse
 * @param {AbortSignal} signal
 * @param {{panneau?: boolean}} [options] whether the panel is replaced too
 */
export async function remplacerParties(adresse, signal, { panneau = true } = {}) {
  const reponse = await fetch(adresse, { signal });
  if (!reponse.ok) throw new Error(`${adresse} : ${reponse.status}`);
  const page = new DOMParser().parseFromString(await reponse.text(), 'text/html');
  for (const partie of PARTIES) {
    const [presente, nouvelle] = [document, page].map((une) => une.querySelector(partie));
    if (presente && nouvelle) remplacer(presente, nouvelle, () => presente.replaceWith(nouvelle));
  }
  const [present, nouveau] = [document, page].map((une) => une.getElementById('panneau'));
  if (panneau && present && nouveau) {
    remplacer(present, present, () => present.replaceChildren(...nouveau.childNodes));
  }
  remplacerTemps(page);
  document.title = page.title;
}

/**
 * Replace a part of the page; what was unfolded stays so, and the focus goes to what stands for
 * the element that had it, or else to the first one of the part.
 * @param {Element} presente
 * @param {Element} nouvelle
 * @param {() => void} echanger
 */
export function remplacer(presente, nouvelle, echanger) {
  const actif = document.activeElement;
  const signe = actif && presente.contains(actif) ? signeDe(actif) : null;
  if (presente instanceof HTMLDetailsElement && nouvelle instanceof HTMLDetailsElement) {
    nouvelle.open = presente.open;
  }
  echanger();
  if (signe === null) return;
  const prenables = [
    .../** @type {NodeListOf<HTMLElement>} */ (nouvelle.querySelectorAll('a, summary, [tabindex]')),
  ];
  const meme = prenables.find((element) => signeDe(element) === signe);
  (meme ?? prenables[0])?.focus({ preventScroll: true });
}

/**
 * What tells an element from the others of its part, whatever the state its address carries.
 * @param {Element} element
 * @returns {string}
 */
function signeDe(element) {
  const chemin = element.getAttribute('href')?.split('?')[0];
  return [element.tagName, element.id, element.getAttribute('data-cle') ?? chemin].join(' ');
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
