/**
 * The map at a quarter: one file of data per indicator, then every quarter is at hand. Without the
 * interactive map, the drawn one is painted again.
 *
 * @typedef {import('./frise.mjs').Trimestres} Trimestres
 * @typedef {import('./frise.mjs').Moment} Moment
 * @typedef {import('./relais.mjs').Relais} Relais
 */
import { chercherJson } from './donnees.mjs';
import { momentDe } from './frise.mjs';

export class Instants {
  /**
   * @param {HTMLElement} boite the element `#carte`
   * @param {string | null} depart quarter that the page came with
   */
  constructor(boite, depart) {
    this.boite = boite;
    this.depart = depart;
    this.presents = /** @type {Map<string, string | null>} */ (new Map());
    this.lus = /** @type {Map<string, Promise<Trimestres>>} */ (new Map());
    this.voulu = '';
  }

  /**
   * The quarters of an indicator, asked for once.
   * @param {string} ind
   * @returns {Promise<Trimestres>}
   */
  lire(ind) {
    const t2 = new URLSearchParams(location.search).get('t2');
    const adresse = `${this.boite.dataset.fibre}&ind=${ind}${t2 ? `&t2=${t2}` : ''}`;
    let lu = this.lus.get(adresse);
    if (!lu) {
      lu = chercherJson(adresse);
      lu.catch(() => this.lus.delete(adresse));
      this.lus.set(adresse, lu);
    }
    return lu;
  }

  /**
   * Show an indicator at a quarter, unless another is asked for meanwhile.
   * @param {string} ind
   * @param {string | null} t null for the latest
   * @param {Relais | null} relais
   */
  async montrer(ind, t, relais) {
    const voulu = `${ind} ${t}`;
    this.voulu = voulu;
    if (t === (this.presents.has(ind) ? this.presents.get(ind) : this.depart)) return;
    const donnees = await this.lire(ind);
    if (this.voulu !== voulu) return;
    const trimestre = t ?? donnees.trimestres[donnees.trimestres.length - 1].code;
    const moments = Object.keys(donnees.communes).flatMap((code) => {
      const moment = momentDe(donnees, code, trimestre);
      return moment ? [/** @type {[string, Moment]} */ ([code, moment])] : [];
    });
    this.presents.set(ind, t);
    if (relais) relais.dater(ind, moments);
    else repeindre(this.boite, donnees, new Map(moments));
  }

  /**
   * Hand over to a map that opens what was shown before it did.
   * @param {Relais} relais
   */
  reporter(relais) {
    for (const [ind, t] of this.presents) {
      this.presents.delete(ind);
      if (t !== this.depart) this.montrer(ind, t, relais).catch(() => {});
    }
  }
}

/**
 * Colour the drawn map again: same colours, same hatches.
 * @param {HTMLElement} boite
 * @param {Trimestres} donnees
 * @param {Map<string, Moment>} moments
 */
function repeindre(boite, { classes }, moments) {
  const motif = (/** @type {string} */ fin) =>
    `url(#${boite.querySelector(`pattern[id$="-${fin}"]`)?.id})`;
  for (const lien of boite.querySelectorAll('#carte-fixe a[href^="/commune/"]')) {
    const moment = moments.get(lien.getAttribute('href')?.split(/[/?]/)[2] ?? '');
    const classe = moment?.classe ?? null;
    const fond = classe === null ? motif('absente') : classes[classe].colour;
    const rempli = classe !== null && classes[classe].is_worst ? motif('pire') : fond;
    lien.querySelector('path')?.setAttribute('fill', rempli);
    const titre = lien.querySelector('title');
    if (titre && moment) titre.textContent = `${titre.textContent?.split(' : ')[0]} : ${moment.texte}`;
  }
}
