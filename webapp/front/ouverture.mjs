/**
 * Whether a place is open, and until or from when, in the time of its territory. Pure: the clock
 * and the week are given. On a public holiday nothing is claimed: usual hours may not hold.
 *
 * @typedef {[number, number]} Plage minutes of the day; an end beyond 1440 is of the next day
 * @typedef {Plage[][]} Semaine spans of each day from Monday to Sunday
 * @typedef {{jour: number, minute: number, feries: boolean[]}} Moment weekday from Monday (0),
 *   minute of the day, and whether today and the seven next days are public holidays
 */

const JOURS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const MINUTES_PAR_JOUR = 1440;
const JOUR_MS = 86_400_000;
const FERIES_FIXES = ['1-1', '5-1', '5-8', '7-14', '8-15', '11-1', '11-11', '12-25'];
/** Days after Easter Sunday: Easter Monday, Ascension, Whit Monday. */
const FERIES_MOBILES = [1, 39, 50];

/**
 * Read the week that the server writes: `540-720,840-1020;;540-720;;;;`.
 * @param {string} texte
 * @returns {Semaine}
 */
export function lireSemaine(texte) {
  return texte.split(';').map((jour) =>
    jour
      .split(',')
      .filter(Boolean)
      .map((plage) => /** @type {Plage} */ (plage.split('-').map(Number))),
  );
}

/**
 * Say whether a place is open, in a few words.
 * @param {Semaine} semaine
 * @param {Moment} moment
 * @returns {{texte: string, ouvert: boolean | null}} null: nothing can be said
 */
export function direOuverture(semaine, { jour, minute, feries }) {
  const veille = semaine[(jour + 6) % 7];
  const enCours =
    semaine[jour].find(([debut, fin]) => debut <= minute && minute < fin) ??
    veille.find(([, fin]) => minute + MINUTES_PAR_JOUR < fin);
  if (feries[0]) {
    return { texte: 'Jour férié : renseignez-vous avant de vous déplacer', ouvert: null };
  }
  if (enCours) return { texte: `Ouvert maintenant, jusqu’à ${heure(enCours[1])}`, ouvert: true };
  for (let attente = 0; attente <= 7; attente += 1) {
    if (feries[attente]) continue;
    const plages = semaine[(jour + attente) % 7];
    const suivante = plages.find(([debut]) => attente > 0 || debut > minute);
    if (!suivante) continue;
    const texte = `Fermé maintenant, ouvre ${quand(jour, attente)}à ${heure(suivante[0])}`;
    return { texte, ouvert: false };
  }
  return { texte: 'Fermé maintenant', ouvert: false };
}

/**
 * Day and time of an instant in a time zone.
 * @param {Date} instant
 * @param {string} fuseau name of the IANA database
 * @returns {Moment}
 */
export function momentLocal(instant, fuseau) {
  const morceaux = new Intl.DateTimeFormat('en-US', {
    timeZone: fuseau,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(instant);
  const lire = (/** @type {string} */ type) =>
    Number(morceaux.find((morceau) => morceau.type === type)?.value);
  const minuit = Date.UTC(lire('year'), lire('month') - 1, lire('day'));
  return {
    jour: (new Date(minuit).getUTCDay() + 6) % 7,
    minute: lire('hour') * 60 + lire('minute'),
    feries: Array.from({ length: 8 }, (_, rang) => estFerie(new Date(minuit + rang * JOUR_MS))),
  };
}

/**
 * Tell whether a day is one of the public holidays of the whole of France.
 * @param {Date} jour midnight, UTC
 * @returns {boolean}
 */
export function estFerie(jour) {
  if (FERIES_FIXES.includes(`${jour.getUTCMonth() + 1}-${jour.getUTCDate()}`)) return true;
  const ecart = (jour.getTime() - paques(jour.getUTCFullYear())) / JOUR_MS;
  return FERIES_MOBILES.includes(ecart);
}

/**
 * Midnight of Easter Sunday, UTC (Butcher's rule).
 * @param {number} annee
 * @returns {number}
 */
function paques(annee) {
  const a = annee % 19;
  const b = Math.floor(annee / 100);
  const c = annee % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return Date.UTC(annee, Math.floor(f / 31) - 1, (f % 31) + 1);
}

/**
 * Name a day to come.
 * @param {number} jour
 * @param {number} attente days from today
 * @returns {string} ends with a space
 */
function quand(jour, attente) {
  if (attente === 0) return 'aujourd’hui ';
  if (attente === 1) return 'demain ';
  return `${JOURS[(jour + attente) % 7]} ${attente === 7 ? 'prochain ' : ''}`;
}

/**
 * Write a time as French does.
 * @param {number} minute
 * @returns {string}
 */
function heure(minute) {
  const heures = Math.floor(minute / 60) % 24;
  const reste = minute % 60;
  return `${heures}\u00a0h${reste ? `\u00a0${String(reste).padStart(2, '0')}` : ''}`;
}
