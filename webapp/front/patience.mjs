/** What is said while something is computed: every few seconds only, so that it is not a flood. */

const TOUS_LES = 5;

/**
 * Say for how long the computation has lasted.
 * @param {number} millisecondes since it started
 * @returns {string} the same words for five seconds on end
 */
export function depuis(millisecondes) {
  const secondes = Math.floor(millisecondes / 1000 / TOUS_LES) * TOUS_LES;
  if (secondes <= 0) return 'Calcul en cours…';
  return `Calcul en cours depuis ${secondes}\u00a0secondes…`;
}
