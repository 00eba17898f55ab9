/**
 * The slider of the quarters, in place of their list: arrows, previous, next, play. The map follows
 * at once from one file of data; the rest of the page follows when the slider stops.
 *
 * @typedef {{surPas: (t: string | null) => void, surArret: (t: string | null) => void}} Ecoute
 *   the quarter, null for the latest
 */
import { calerSur, rangDe, suivantDe } from './frise.mjs';

const CADENCE_MS = 1100;
const MODELE = `<div class="curseur">
<button type="button" data-pas="-1"><span aria-hidden="true">◀</span> Précédent</button>
<button type="button" data-lecture>Lecture</button>
<button type="button" data-pas="1">Suivant <span aria-hidden="true">▶</span></button>
<output for="piste-temps"></output>
<div class="piste"><input type="range" id="piste-temps" step="1"></div>
</div>`;

/**
 * Put a slider in place of the list of quarters, if the page has one that can slide.
 * @param {HTMLElement} bloc the element `#temps`
 * @param {Ecoute} ecoute
 * @returns {{aller: (trimestre: string | null) => void, lire: () => string | null} | null} both
 *   say the latest quarter by null
 */
export function poserCurseur(bloc, ecoute) {
  const cadre = bloc.querySelector('.glisse');
  const liste = /** @type {HTMLSelectElement | null} */ (bloc.querySelector('select#t'));
  if (!cadre || !liste) return null;
  const choix = [...liste.options].map((option) => ({
    code: option.dataset.trimestre ?? '',
    texte: option.text,
  }));
  const codes = choix.map(({ code }) => code);
  const rangs = codes.map(rangDe);
  const dernier = codes[codes.length - 1];
  cadre.insertAdjacentHTML('afterbegin', MODELE);
  const piste = /** @type {HTMLInputElement} */ (cadre.querySelector('#piste-temps'));
  const dit = /** @type {HTMLOutputElement} */ (cadre.querySelector('output'));
  const lecture = /** @type {HTMLButtonElement} */ (cadre.querySelector('[data-lecture]'));
  const frise = cadre.querySelector('.frise');
  if (frise) piste.before(frise);
  cadre.classList.add('est-anime');
  piste.min = String(rangs[0]);
  piste.max = String(rangs[rangs.length - 1]);
  piste.setAttribute('aria-label', bloc.querySelector('label[for="t"]')?.textContent ?? '');
  let present = liste.selectedOptions[0]?.dataset.trimestre ?? dernier;
  let minuterie = 0;

  const enEtat = (/** @type {string} */ code) => (code === dernier ? null : code);
  const montrer = (/** @type {string} */ code) => {
    present = code;
    const { texte } = choix[codes.indexOf(code)];
    piste.value = String(rangDe(code));
    piste.setAttribute('aria-valuetext', texte);
    dit.value = texte;
    liste.value = liste.options[codes.indexOf(code)].value;
    for (const bouton of cadre.querySelectorAll('[data-pas]')) {
      const bout = Number(bouton.getAttribute('data-pas')) < 0 ? codes[0] : dernier;
      bouton.toggleAttribute('disabled', code === bout && bouton !== document.activeElement);
    }
  };
  const passer = (/** @type {string} */ code) => {
    if (code === present) return;
    montrer(code);
    ecoute.surPas(enEtat(code));
  };
  const arreter = () => {
    if (!minuterie) return;
    clearInterval(minuterie);
    minuterie = 0;
    lecture.textContent = 'Lecture';
    ecoute.surArret(enEtat(present));
  };
  const jouer = () => {
    lecture.textContent = 'Pause';
    minuterie = window.setInterval(() => {
      passer(suivantDe(codes, present));
      if (present === dernier) arreter();
    }, CADENCE_MS);
  };

  piste.addEventListener('input', () => {
    passer(codes[rangs.indexOf(calerSur(rangs, Number(piste.value), rangDe(present)))]);
    piste.value = String(rangDe(present));
  });
  piste.addEventListener('change', () => ecoute.surArret(enEtat(present)));
  lecture.addEventListener('click', () => (minuterie ? arreter() : jouer()));
  for (const bouton of cadre.querySelectorAll('[data-pas]')) {
    bouton.addEventListener('click', () => {
      arreter();
      const place = codes.indexOf(present) + Number(bouton.getAttribute('data-pas'));
      if (!codes[place]) return;
      passer(codes[place]);
      ecoute.surArret(enEtat(present));
    });
  }
  montrer(present);
  return {
    aller: (trimestre) => montrer(codes.includes(trimestre ?? '') ? String(trimestre) : dernier),
    lire: () => enEtat(present),
  };
}
