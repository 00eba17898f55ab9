/**
 * The quarters of a slider, and the data of each. Pure: nothing here reads the page.
 *
 * @typedef {{trimestres: {code: string, texte: string}[], textes: string[],
 *   classes: {colour: string, is_worst: boolean}[],
 *   communes: Record<string, {classes: string, textes: number[], cercles?: number[]}>
 * }} Trimestres
 * @typedef {{classe: number | null, texte: string, rayon: number | null}} Moment
 */

const SANS_CLASSE = '-';

/**
 * Place of a quarter in time; that of the next one is one more.
 * @param {string} trimestre as `2026-T2`
 * @returns {number}
 */
export function rangDe(trimestre) {
  const [annee, numero] = trimestre.split('-T').map(Number);
  return 4 * annee + numero - 1;
}

/**
 * The known place that a move leads to: over a gap, in the direction of the move.
 * @param {readonly number[]} connus places with data, rising
 * @param {number} voulu where the slider was put
 * @param {number} avant where it was
 * @returns {number}
 */
export function calerSur(connus, voulu, avant) {
  if (connus.includes(voulu)) return voulu;
  if (voulu > avant) return connus.find((rang) => rang > voulu) ?? connus[connus.length - 1];
  return [...connus].reverse().find((rang) => rang < voulu) ?? connus[0];
}

/**
 * What a commune shows at a quarter; null when the data do not have the commune or the quarter.
 * @param {Trimestres} donnees
 * @param {string} code
 * @param {string} trimestre
 * @returns {Moment | null}
 */
export function momentDe(donnees, code, trimestre) {
  const place = donnees.trimestres.findIndex((un) => un.code === trimestre);
  const commune = donnees.communes[code];
  if (place < 0 || !commune) return null;
  const classe = commune.classes[place];
  return {
    classe: classe === SANS_CLASSE ? null : Number(classe),
    texte: donnees.textes[commune.textes[place]],
    rayon: commune.cercles?.[place] ?? null,
  };
}

/**
 * The quarter after one, when time is played: from the last, the first again.
 * @param {readonly string[]} trimestres
 * @param {string} trimestre
 * @returns {string}
 */
export function suivantDe(trimestres, trimestre) {
  return trimestres[(trimestres.indexOf(trimestre) + 1) % trimestres.length];
}
