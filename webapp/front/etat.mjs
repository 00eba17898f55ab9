/**
 * The state of the viewer and its address: the query holds what is shown
 * (`?ind=&sel=&lieux=&t=&classe=`), the hash holds the view (`#carte=zoom/latitude/longitude`).
 * Pure: nothing here reads the page.
 *
 * @typedef {{ind: string, sel: string | null, lieux: boolean, t: string | null,
 *   classe: string | null}} Etat
 * @typedef {{zoom: number, lat: number, lng: number}} Vue
 */

// Code of a commune, an EPCI or a département; quarter; key of a class.
const FORMES = {
  sel: /^(\d{2}|2[AB])(\d|\d{3}|\d{7})?$/,
  t: /^20\d\d-T[1-4]$/,
  classe: /^[a-z0-9_]{1,40}$/,
};
const CHAMPS = /** @type {const} */ (['ind', 'sel', 'lieux', 't', 'classe']);

/**
 * Read the state of a query string; a bad value falls back to the default.
 * @param {string} search
 * @param {Etat} defaut
 * @param {readonly string[]} indicateurs the known indicators
 * @returns {Etat}
 */
export function lireEtat(search, defaut, indicateurs) {
  const champs = new URLSearchParams(search);
  const ind = champs.get('ind') ?? '';
  const lieux = champs.getAll('lieux').at(-1);
  const lu = (/** @type {keyof typeof FORMES} */ nom) => {
    const texte = champs.get(nom) ?? '';
    return FORMES[nom].test(texte) ? texte : defaut[nom];
  };
  return {
    ind: indicateurs.includes(ind) ? ind : defaut.ind,
    sel: lu('sel'),
    lieux: lieux === '1' ? true : lieux === '0' ? false : defaut.lieux,
    t: lu('t'),
    classe: lu('classe'),
  };
}

/**
 * Write the state into a query string, without defaults; parameters of others are kept.
 * @param {Etat} etat
 * @param {Etat} defaut
 * @param {string} [search] the present query
 * @returns {string} '' or '?…'
 */
export function ecrireEtat(etat, defaut, search = '') {
  const champs = new URLSearchParams(search);
  const ecrit = (/** @type {string | boolean | null} */ valeur) =>
    typeof valeur === 'boolean' ? String(Number(valeur)) : (valeur ?? '');
  for (const nom of CHAMPS) {
    if (etat[nom] === defaut[nom]) champs.delete(nom);
    else champs.set(nom, ecrit(etat[nom]));
  }
  const texte = champs.toString();
  return texte && `?${texte}`;
}

/**
 * Read the view of a hash; null when there is none or when it lies off the map.
 * @param {string} hash
 * @returns {Vue | null}
 */
export function lireVue(hash) {
  const texte = new URLSearchParams(hash.replace(/^#/, '')).get('carte') ?? '';
  const nombres = texte.split('/').map((part) => (part.trim() ? Number(part) : NaN));
  const [zoom, lat, lng] = nombres;
  const estVue =
    nombres.length === 3 && zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 85 && Math.abs(lng) <= 180;
  return estVue ? { zoom, lat, lng } : null;
}

/**
 * Write a view as a hash; about ten metres of precision.
 * @param {Vue} vue
 * @returns {string}
 */
export function ecrireVue({ zoom, lat, lng }) {
  return `#carte=${zoom.toFixed(2)}/${lat.toFixed(4)}/${lng.toFixed(4)}`;
}
