/**
 * The viewer: one state, kept in the address, that the map, the panel, the legend, the table and
 * the texts of the page follow. The page is complete without this module.
 *
 * @typedef {import('./etat.mjs').Etat} Etat
 * @typedef {import('./relais.mjs').Relais} Relais
 */
import { ecrireEtat, lireEtat } from './etat.mjs';
import { Instants } from './instants.mjs';
import { annoncerHauteur, montrerAdresse } from './integration.mjs';
import { classeDemandee, direFiltre } from './legende.mjs';
import { aWebgl, bonMoment } from './moment.mjs';
import { remplacerParties } from './page.mjs';
import { annoncer, conduirePanneau } from './panneau.mjs';
import { prendreLeRelais } from './relais.mjs';
import { poserCurseur } from './temps.mjs';
import { brancherVues } from './vues.mjs';

const DEFAUT = { ind: 'verdict', sel: null, lieux: true, t: null, classe: null };
// What the server writes anew: texts, links, legend and drawing of the map.
const REECRITS = /** @type {const} */ (['ind', 'sel', 'lieux', 't', 'classe']);
const CARTE_FIXE =
  'Ce navigateur ne peut pas afficher la carte interactive : la carte fixe la remplace.';

class Visionneuse {
  /** @param {HTMLElement} boite the element `#carte` */
  constructor(boite) {
    this.boite = boite;
    this.integree = location.pathname.startsWith('/integrer/');
    this.choixInd = /** @type {HTMLSelectElement | null} */ (document.querySelector('select#ind'));
    this.caseLieux = /** @type {HTMLInputElement | null} */ (document.querySelector('input#lieux'));
    this.aside = this.integree ? null : document.getElementById('panneau');
    this.panneau = this.aside && conduirePanneau(this.aside, boite.dataset.unite ?? 'commune');
    this.etat = this.lire();
    this.relais = /** @type {Relais | null} */ (null);
    this.demande = new AbortController();
    this.curseur = this.poserTemps();
    if (this.curseur) this.etat.t = this.curseur.lire();
    this.instants = new Instants(boite, this.etat.t);
  }

  /** The state of the address; a page without a choice of indicators has one for good. */
  lire() {
    const connus = [...(this.choixInd?.options ?? [])].map(({ value }) => value);
    const ind = connus.length ? DEFAUT.ind : (this.boite.dataset.indicateur ?? DEFAUT.ind);
    return lireEtat(location.search, { ...DEFAUT, ind }, connus);
  }

  /**
   * Show another state; the address already says it, or is made to. In a frame, the history is
   * that of the page around: nothing is added to it.
   * @param {Partial<Etat>} changement
   * @param {{pousser?: boolean, focus?: boolean}} [options]
   */
  changer(changement, { pousser = true, focus = false } = {}) {
    const avant = this.etat;
    const autre = changement.ind !== undefined && changement.ind !== avant.ind;
    const etat = { ...avant, ...(autre && { classe: null }), ...changement };
    const adresse = location.pathname + ecrireEtat(etat, DEFAUT, location.search);
    this.etat = etat;
    if (pousser) {
      const ecrire = this.integree ? 'replaceState' : 'pushState';
      history[ecrire](null, '', adresse + location.hash);
    }
    if (this.choixInd) this.choixInd.value = etat.ind;
    if (this.caseLieux) this.caseLieux.checked = etat.lieux;
    this.relais?.afficher(etat);
    if (etat.t !== avant.t && !autre) this.dater();
    if (etat.sel !== avant.sel) this.panneau?.montrer(etat.sel, { adresse, focus });
    if (REECRITS.some((nom) => etat[nom] !== avant[nom])) {
      this.suivre(adresse, avant);
    }
  }

  /**
   * Replace the texts, the legend and the drawn map by those of another address. The panel says by
   * itself what is chosen.
   * @param {string} adresse
   * @param {Etat} avant
   */
  async suivre(adresse, avant) {
    const { etat } = this;
    const choix = etat.sel !== avant.sel;
    this.demande.abort();
    const { signal } = (this.demande = new AbortController());
    try {
      await remplacerParties(adresse, signal, { panneau: !choix });
    } catch {
      if (signal.aborted) return;
      annoncer('Les textes de la page n’ont pas pu être mis à jour. Réessayez dans un instant.');
      return;
    }
    if (choix) {
      // In a frame the interactive map says what is chosen, where there is one.
      const choisie = this.relais ? null : document.querySelector('#commune-choisie a');
      if (choisie) annoncer(`${choisie.firstChild?.textContent} : constat affiché sous la légende.`);
      return;
    }
    if (etat.ind === avant.ind && etat.classe !== avant.classe) {
      annoncer(direFiltre());
      return;
    }
    const indicateur = this.choixInd?.selectedOptions[0]?.text ?? 'Carte';
    annoncer(`${indicateur} : carte et légende mises à jour.`);
  }

  /** Bring the map and the slider to the quarter of the state. */
  dater() {
    if (!this.curseur) return;
    this.curseur.aller(this.etat.t);
    this.instants.montrer(this.etat.ind, this.etat.t, this.relais).catch(() => {});
  }

  /** The slider of the quarters: the map follows each step, the page and the history its stops. */
  poserTemps() {
    const bloc = document.getElementById('temps');
    const ecrire = (/** @type {string | null} */ t) => {
      const requete = ecrireEtat({ ...this.etat, t }, DEFAUT, location.search);
      history.replaceState(null, '', location.pathname + requete + location.hash);
    };
    const surPas = (/** @type {string | null} */ t) => {
      ecrire(t);
      this.instants.montrer(this.etat.ind, t, this.relais).catch(() => {});
    };
    const surArret = (/** @type {string | null} */ t) => {
      if (t === this.etat.t) return;
      ecrire(this.etat.t);
      this.changer({ t });
    };
    return bloc && poserCurseur(bloc, { surPas, surArret });
  }

  /** Another indicator came with its own quarters: the nearest one is shown. */
  reprendreTemps() {
    this.curseur = this.poserTemps();
    if (!this.curseur) return;
    this.etat = { ...this.etat, t: this.curseur.lire() };
    const requete = ecrireEtat(this.etat, DEFAUT, location.search);
    history.replaceState(null, '', location.pathname + requete + location.hash);
    this.dater();
  }

  /** Listen to the form, the history, the drawn map and the panel. */
  ecouter() {
    const { choixInd, caseLieux, boite, aside } = this;
    document.getElementById('reglages')?.classList.add('est-suivi');
    choixInd?.addEventListener('change', () => this.changer({ ind: choixInd.value }));
    caseLieux?.addEventListener('change', () => this.changer({ lieux: caseLieux.checked }));
    document.getElementById('reglages')?.addEventListener('change', ({ target }) => {
      const champ = /** @type {HTMLSelectElement} */ (target);
      if (['t', 't2', 'classes'].includes(champ.name)) champ.form?.requestSubmit();
    });
    document.addEventListener('carto:temps', () => this.reprendreTemps());
    window.addEventListener('popstate', () => this.changer(this.lire(), { pousser: false }));
    boite.addEventListener('carto:carte', (evenement) => {
      const vues = document.getElementById('vues');
      if (vues) brancherVues(vues, /** @type {CustomEvent} */ (evenement).detail, annoncer);
    });
    boite.addEventListener('click', (clic) => {
      const lien = lienDe(clic);
      if (!(this.panneau || this.integree) || !lien?.pathname.startsWith(`/${boite.dataset.unite}/`)) return;
      clic.preventDefault();
      this.changer({ sel: lien.pathname.split('/')[2] }, { focus: clic.detail === 0 });
    });
    boite.closest('.vue')?.addEventListener('click', (clic) => {
      const lien = lienDe(/** @type {MouseEvent} */ (clic));
      const classe = lien && classeDemandee(lien, /** @type {Element} */ (clic.target));
      if (classe === null) return;
      clic.preventDefault();
      this.changer({ classe: classe || null });
    });
    aside?.addEventListener('click', (clic) => {
      const lien = lienDe(clic);
      if (lien?.pathname !== location.pathname || lien.hash) return;
      clic.preventDefault();
      this.changer({ sel: null }, { focus: true });
    });
    if (!this.integree) return;
    montrerAdresse();
    annoncerHauteur();
  }

  /** The interactive map, in its time; the drawn one stays when anything fails. */
  async relayer() {
    await bonMoment(this.boite);
    this.boite.setAttribute('aria-busy', 'true');
    try {
      if (!aWebgl()) throw new Error('WebGL');
      this.relais = await prendreLeRelais(this.boite, this.etat, {
        integree: this.integree,
        surChoix: (code, focus) => this.changer({ sel: code }, { focus }),
        surPerte: () => this.perdre(),
      });
      this.relais.afficher(this.etat);
      this.instants.reporter(this.relais);
    } catch {
      annoncer(CARTE_FIXE);
    } finally {
      this.boite.removeAttribute('aria-busy');
    }
  }

  /** The browser took the graphic context back. */
  perdre() {
    this.relais = null;
    annoncer(CARTE_FIXE);
  }
}

/**
 * The link that a plain click follows, in the page or in a drawing.
 * @param {MouseEvent} clic
 * @returns {URL | null}
 */
function lienDe(clic) {
  if (clic.ctrlKey || clic.metaKey || clic.shiftKey) return null;
  const adresse = /** @type {Element} */ (clic.target).closest('a')?.getAttribute('href');
  return adresse ? new URL(adresse, location.href) : null;
}

const boite = document.getElementById('carte');
if (boite) {
  const visionneuse = new Visionneuse(boite);
  visionneuse.ecouter();
  visionneuse.relayer();
}
