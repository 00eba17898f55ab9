/**
 * The filter of places beside the map: the address, the drawn map, the interactive one, the counts
 * and the list follow each choice. The form works without this module.
 *
 * @typedef {import('maplibre-gl').Map} Carte
 * @typedef {import('maplibre-gl').GeoJSONSource} Source
 */
import { avecDemande, demande } from './demande-lieux.mjs';
import { chercherJson } from './donnees.mjs';
import { remplacerParties } from './page.mjs';
import { annoncer } from './panneau.mjs';

class FiltreLieux {
  /**
   * @param {HTMLFormElement} formulaire
   * @param {HTMLElement} boite the element `#carte`
   */
  constructor(formulaire, boite) {
    this.formulaire = formulaire;
    this.boite = boite;
    this.carte = /** @type {Carte | null} */ (null);
    this.demande = new AbortController();
    this.montre = JSON.stringify(demande(location.search));
  }

  /** Listen to the form, to the history and to the map that takes over. */
  ecouter() {
    const { formulaire, boite } = this;
    formulaire.classList.add('est-suivi');
    formulaire.addEventListener('change', () => this.demander());
    formulaire.addEventListener('submit', (envoi) => {
      envoi.preventDefault();
      this.demander();
    });
    window.addEventListener('popstate', () => this.suivre());
    boite.addEventListener('carto:carte', (evenement) => {
      this.carte = /** @type {CustomEvent<Carte>} */ (evenement).detail;
    });
  }

  /** Write in the address what the form asks, and show it. */
  demander() {
    const champs = new URLSearchParams(
      /** @type {[string, string][]} */ ([...new FormData(this.formulaire)]),
    );
    const search = avecDemande(location.search, demande(champs.toString()));
    if (search === location.search) return;
    history.pushState(null, '', location.pathname + search + location.hash);
    this.suivre();
  }

  /** Show what the address asks, unless it is shown already. */
  async suivre() {
    const voulue = demande(location.search);
    if (JSON.stringify(voulue) === this.montre) return;
    this.montre = JSON.stringify(voulue);
    this.remplir(voulue);
    this.demande.abort();
    const { signal } = (this.demande = new AbortController());
    try {
      await Promise.all([
        remplacerParties(location.pathname + location.search, signal),
        this.placer(voulue, signal),
      ]);
    } catch {
      if (!signal.aborted) {
        annoncer('Les lieux n’ont pas pu être mis à jour. Réessayez dans un instant.');
      }
      return;
    }
    annoncer(document.getElementById('bilan-lieux')?.textContent?.trim() || 'Tous les lieux.');
  }

  /**
   * Bring the form to what is asked, after a move in the history.
   * @param {Record<string, string>} voulue
   */
  remplir(voulue) {
    for (const champ of this.formulaire.elements) {
      if (champ instanceof HTMLSelectElement) champ.value = voulue[champ.name] ?? '';
      if (champ instanceof HTMLInputElement && champ.type === 'checkbox') {
        champ.checked = champ.name in voulue;
      }
    }
  }

  /**
   * Give the map the places that are asked for; one that comes later will load them itself.
   * @param {Record<string, string>} voulue
   * @param {AbortSignal} signal
   */
  async placer(voulue, signal) {
    const [chemin, parametres] = (this.boite.dataset.lieux ?? '').split('?');
    const adresse = chemin + avecDemande(`?${parametres}`, voulue);
    this.boite.dataset.lieux = adresse;
    const lieux = this.carte && (await chercherJson(adresse));
    if (!lieux || signal.aborted) return;
    /** @type {Source | undefined} */ (this.carte?.getSource('lieux'))?.setData(lieux);
  }
}

const formulaire = document.getElementById('filtre-lieux');
const boite = document.getElementById('carte');
if (formulaire instanceof HTMLFormElement && boite) new FiltreLieux(formulaire, boite).ecouter();
