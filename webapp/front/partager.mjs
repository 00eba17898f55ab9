/**
 * The configurator follows its form: the preview and the three codes are those of the server. The
 * page is complete without this module, with a button.
 */
import { lireVue } from './etat.mjs';

const ATTENTE_MS = 300;

/**
 * Address of the choices of a form, without the empty ones; a ticked box wins over its « no ».
 * @param {FormData} champs
 * @returns {string} '?…'
 */
export function adresseDe(champs) {
  const valeurs = Object.fromEntries([...champs].map(([nom, valeur]) => [nom, String(valeur)]));
  const choisis = Object.entries(valeurs).filter(([, valeur]) => valeur !== '');
  return `?${new URLSearchParams(choisis)}`;
}

/**
 * Add a button that copies to each code.
 * @param {ParentNode} page
 */
function ajouterBoutons(page) {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll('[data-copie]'))) {
    const zone = document.getElementById(place.dataset.copie ?? '');
    if (!(zone instanceof HTMLTextAreaElement)) continue;
    const bouton = document.createElement('button');
    bouton.type = 'button';
    bouton.textContent = 'Copier';
    bouton.setAttribute('aria-describedby', `${zone.id}-titre`);
    const statut = document.createElement('span');
    statut.setAttribute('role', 'status');
    bouton.addEventListener('click', async () => {
      zone.select();
      statut.textContent = await copier(zone.value);
    });
    place.replaceChildren(bouton, ' ', statut);
  }
}

/**
 * Copy a text, or say how to.
 * @param {string} texte
 * @returns {Promise<string>}
 */
async function copier(texte) {
  try {
    await navigator.clipboard.writeText(texte);
    return 'Copié.';
  } catch {
    return 'Le texte est sélectionné : copiez-le avec Ctrl + C.';
  }
}

class Configurateur {
  /** @param {HTMLFormElement} formulaire */
  constructor(formulaire) {
    this.formulaire = formulaire;
    this.apercu = /** @type {HTMLIFrameElement} */ (document.getElementById('apercu'));
    this.demande = new AbortController();
    this.minuterie = 0;
  }

  /** Follow the form; the button of the view needs a preview that one can move. */
  ecouter() {
    const { formulaire } = this;
    formulaire.classList.add('est-suivi');
    formulaire.addEventListener('submit', (envoi) => {
      envoi.preventDefault();
      this.suivre();
    });
    formulaire.addEventListener('input', () => {
      clearTimeout(this.minuterie);
      this.minuterie = window.setTimeout(() => this.suivre(), ATTENTE_MS);
    });
    const cadrer = /** @type {HTMLButtonElement} */ (document.getElementById('cadrer'));
    cadrer.hidden = false;
    cadrer.addEventListener('click', () => this.cadrer());
  }

  /** Take the view of the preview. */
  cadrer() {
    const vue = lireVue(this.apercu.contentWindow?.location.hash ?? '');
    if (!vue) {
      this.dire('Déplacez d’abord la carte de l’aperçu.');
      return;
    }
    const champ = /** @type {HTMLInputElement} */ (this.formulaire.elements.namedItem('vue'));
    champ.value = [vue.zoom, vue.lat, vue.lng].join('/');
    this.suivre();
  }

  /** Ask the server for the codes of the present choices, and show them. */
  async suivre() {
    if (!this.formulaire.reportValidity()) return;
    const adresse = location.pathname + adresseDe(new FormData(this.formulaire));
    this.demande.abort();
    const { signal } = (this.demande = new AbortController());
    try {
      const reponse = await fetch(adresse, { signal });
      if (!reponse.ok) throw new Error(String(reponse.status));
      this.remplacer(new DOMParser().parseFromString(await reponse.text(), 'text/html'));
      history.replaceState(null, '', adresse);
      this.dire('Aperçu et codes mis à jour.');
    } catch {
      if (!signal.aborted) this.dire('La mise à jour a échoué. Réessayez dans un instant.');
    }
  }

  /** @param {Document} page the same page for other choices */
  remplacer(page) {
    const sorties = page.getElementById('sorties');
    if (sorties) document.getElementById('sorties')?.replaceWith(sorties);
    ajouterBoutons(document);
    const apercu = page.getElementById('apercu');
    for (const nom of ['title', 'width', 'height', 'src']) {
      const valeur = apercu?.getAttribute(nom) ?? '';
      if (valeur !== this.apercu.getAttribute(nom)) this.apercu.setAttribute(nom, valeur);
    }
  }

  /** @param {string} texte */
  dire(texte) {
    const statut = document.getElementById('partage-statut');
    if (statut) statut.textContent = texte;
  }
}

if (globalThis.document) {
  const formulaire = document.getElementById('partage');
  if (formulaire instanceof HTMLFormElement) {
    ajouterBoutons(document);
    new Configurateur(formulaire).ecouter();
  }
}
