/**
 * Suggestions below the search fields: the combobox with a listbox of ARIA 1.2. The field is a
 * plain form without this module; the server chooses, orders and words what is suggested.
 */

import { AUCUNE, adresseDe, deplacer, estAssezLong } from './suggestions.mjs';

/** @import {Reponse, Suggestion} from './suggestions.mjs' */

const ATTENTE_MS = 150;

class Combobox {
  /**
   * @param {HTMLInputElement} champ
   * @param {HTMLElement} liste
   */
  constructor(champ, liste) {
    this.champ = champ;
    this.liste = liste;
    this.annonce = /** @type {HTMLElement} */ (champ.parentElement?.querySelector('[role=status]'));
    this.place = AUCUNE;
    this.demande = new AbortController();
    champ.setAttribute('role', 'combobox');
    champ.setAttribute('aria-autocomplete', 'list');
    champ.setAttribute('aria-controls', liste.id);
    champ.setAttribute('aria-expanded', 'false');
    champ.addEventListener('input', () => this.chercher());
    champ.addEventListener('keydown', (touche) => this.presser(touche));
    champ.addEventListener('blur', () => this.fermer());
    // The field would lose its focus, and the list be closed, before the click.
    liste.addEventListener('mousedown', (geste) => geste.preventDefault());
    liste.addEventListener('click', (geste) => this.cliquer(geste));
  }

  /** Ask for the suggestions of the text, once the visitor pauses; a later text cancels it. */
  async chercher() {
    this.demande.abort();
    this.demande = new AbortController();
    const { signal } = this.demande;
    if (!estAssezLong(this.champ.value)) return this.fermer();
    await new Promise((suite) => setTimeout(suite, ATTENTE_MS));
    if (signal.aborted) return;
    const champs = this.champ.form ? new FormData(this.champ.form) : new FormData();
    const textes = [...champs].map(([nom, valeur]) => /** @type {[string, string]} */ ([nom, `${valeur}`]));
    try {
      const reponse = await fetch(adresseDe(this.champ.value, textes), { signal });
      if (reponse.ok) this.montrer(await reponse.json());
      else this.fermer();
    } catch {
      if (!signal.aborted) this.fermer();
    }
  }

  /**
   * @param {Reponse} reponse
   */
  montrer({ suggestions, annonce }) {
    this.liste.replaceChildren(...suggestions.map((suggestion, rang) => this.option(suggestion, rang)));
    this.annonce.textContent = annonce;
    this.choisir(AUCUNE);
    this.ouvrir(suggestions.length > 0);
  }

  /**
   * @param {Suggestion} suggestion
   * @param {number} rang
   */
  option({ nom, detail, href }, rang) {
    const option = document.createElement('li');
    option.id = `${this.liste.id}-${rang}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    option.dataset.href = href;
    const titre = document.createElement('span');
    titre.textContent = nom;
    const precision = document.createElement('span');
    precision.className = 'format';
    precision.textContent = detail;
    option.append(titre, ' ', precision);
    return option;
  }

  /**
   * @param {KeyboardEvent} touche
   */
  presser(touche) {
    if (touche.isComposing) return;
    const total = this.liste.hidden ? 0 : this.liste.children.length;
    const place = deplacer(touche.key, this.place, total);
    if (place !== null) this.choisir(place);
    else if (touche.key === 'Escape' && total > 0) this.fermer();
    else if (touche.key === 'Enter' && this.place !== AUCUNE && total > 0) this.suivre(this.place);
    else return;
    touche.preventDefault();
  }

  /**
   * @param {MouseEvent} geste
   */
  cliquer(geste) {
    const option = geste.target instanceof Element ? geste.target.closest('[role=option]') : null;
    if (option) this.suivre([...this.liste.children].indexOf(option));
  }

  /**
   * Go to the page of a suggestion, unless the present page shows it in its own way.
   * @param {number} rang
   */
  suivre(rang) {
    const option = this.liste.children[rang];
    if (!(option instanceof HTMLElement)) return;
    const detail = option.dataset.href ?? '/recherche';
    const choix = new CustomEvent('carto:choix', { bubbles: true, cancelable: true, detail });
    if (this.champ.dispatchEvent(choix)) location.assign(detail);
  }

  /**
   * @param {number} place
   */
  choisir(place) {
    this.place = place;
    for (const [rang, option] of [...this.liste.children].entries()) {
      option.setAttribute('aria-selected', String(rang === place));
    }
    const choisie = place === AUCUNE ? null : this.liste.children[place];
    if (choisie) this.champ.setAttribute('aria-activedescendant', choisie.id);
    else this.champ.removeAttribute('aria-activedescendant');
    choisie?.scrollIntoView({ block: 'nearest' });
  }

  fermer() {
    this.demande.abort();
    this.annonce.textContent = '';
    this.choisir(AUCUNE);
    this.ouvrir(false);
  }

  /**
   * @param {boolean} estOuverte
   */
  ouvrir(estOuverte) {
    this.liste.hidden = !estOuverte;
    this.champ.setAttribute('aria-expanded', String(estOuverte));
  }
}

for (const champ of document.querySelectorAll('input[data-suggestions]')) {
  const liste = document.getElementById(champ.getAttribute('data-suggestions') ?? '');
  if (champ instanceof HTMLInputElement && liste) new Combobox(champ, liste);
}
