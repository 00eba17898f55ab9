/**
 * The drawn map of a scenario under a pointer: a click adds a place, a place is dragged elsewhere,
 * buttons see closer. The drawing comes from the server; its links do the same without a script.
 */

import {
  agrandir,
  ecrireCadre,
  ecrirePoint,
  glisse,
  lireCadre,
  pousser,
} from './gestes.mjs';

/** @import {Cadre, Geste, Point} from './gestes.mjs' */

const PLUS_PRES = 1.6;
const POUSSEE = 0.4;

/**
 * Listen to the map of a page.
 * @param {HTMLElement} cadre what holds the drawing, which is replaced in it
 * @param {(geste: Geste) => void} agir
 * @returns {{montrer: (page: Document) => void}}
 */
export function brancherCarte(cadre, agir) {
  /** @type {{lieu: SVGGraphicsElement, id: string, depart: Point, bouge: boolean} | null} */
  let prise = null;
  let vientDeGlisser = false;
  let tout = lireCadre(dessin().getAttribute('viewBox') ?? '');
  let vue = tout;

  cadre.addEventListener('dragstart', (geste) => geste.preventDefault());
  cadre.addEventListener('pointerdown', (geste) => {
    const lieu = sous(geste.target, '[data-lieu]');
    if (!lieu || geste.button !== 0) return;
    const id = lieu.getAttribute('data-lieu') ?? '';
    vientDeGlisser = false;
    prise = { lieu, id, depart: { x: geste.clientX, y: geste.clientY }, bouge: false };
    lieu.setPointerCapture(geste.pointerId);
  });
  cadre.addEventListener('pointermove', (geste) => {
    if (!prise) return;
    const ici = { x: geste.clientX, y: geste.clientY };
    prise.bouge ||= glisse(prise.depart, ici);
    if (!prise.bouge) return;
    const [avant, apres] = [prise.depart, ici].map(dansLeDessin);
    prise.lieu.setAttribute('transform', `translate(${apres.x - avant.x} ${apres.y - avant.y})`);
    cadre.classList.add('glisse');
  });
  cadre.addEventListener('pointerup', (geste) => {
    const { lieu, id, bouge } = prise ?? {};
    lacher();
    vientDeGlisser = Boolean(bouge);
    if (bouge && lieu && id) agir({ geste: 'deplacer', cible: id, ou: ou(geste) });
  });
  cadre.addEventListener('pointercancel', lacher);
  // A click where no link is asked for its own reason: at sea, or beyond the territory.
  cadre.addEventListener(
    'click',
    (clic) => {
      const estLieu = sous(clic.target, '[data-lieu]') !== null;
      if (clic.ctrlKey || clic.metaKey || clic.shiftKey || !sous(clic.target, 'svg')) return;
      if (estLieu && !vientDeGlisser) return;
      clic.preventDefault();
      clic.stopPropagation();
      if (!vientDeGlisser) agir({ geste: 'ajouter', ou: ou(clic) });
      vientDeGlisser = false;
    },
    { capture: true },
  );
  brancherVue();

  /** @returns {SVGSVGElement} */
  function dessin() {
    return /** @type {SVGSVGElement} */ (cadre.querySelector('svg'));
  }

  /**
   * Where a gesture ends: the commune under the pointer, or the very point.
   * @param {MouseEvent} geste
   */
  function ou(geste) {
    const exact = /** @type {HTMLInputElement | null} */ (document.querySelector('#exact'));
    const lien = document
      .elementsFromPoint(geste.clientX, geste.clientY)
      .map((element) => element.closest('.communes a'))
      .find(Boolean);
    const code = new URL(lien?.getAttribute('href') ?? '', location.href).searchParams.get('ou');
    if (code && !exact?.checked) return code;
    return ecrirePoint(dansLeDessin({ x: geste.clientX, y: geste.clientY }));
  }

  /**
   * @param {Point} point of the window
   * @returns {Point} in the view box
   */
  function dansLeDessin(point) {
    const { x, y } = new DOMPoint(point.x, point.y).matrixTransform(
      dessin().getScreenCTM()?.inverse(),
    );
    return { x, y };
  }

  function lacher() {
    prise?.lieu.removeAttribute('transform');
    prise = null;
    cadre.classList.remove('glisse');
  }

  function brancherVue() {
    const boutons = /** @type {HTMLElement} */ (document.querySelector('#vue-carte'));
    boutons.hidden = false;
    boutons.addEventListener('click', ({ target }) => {
      const bouton = sous(target, 'button');
      if (!bouton) return;
      const { zoom, dx, dy } = /** @type {HTMLElement} */ (/** @type {unknown} */ (bouton)).dataset;
      if (zoom === 'tout') voir(tout);
      else if (zoom) voir(agrandir(vue, tout, zoom === 'plus' ? PLUS_PRES : 1 / PLUS_PRES));
      else voir(pousser(vue, tout, POUSSEE * Number(dx ?? 0), POUSSEE * Number(dy ?? 0)));
    });
  }

  /**
   * @param {Cadre} nouvelle
   */
  function voir(nouvelle) {
    vue = nouvelle;
    dessin().setAttribute('viewBox', ecrireCadre(vue));
    cadre.classList.toggle('de-pres', vue.width < tout.width);
  }

  return {
    montrer(page) {
      const nouveau = page.querySelector('#carte-scenario svg');
      if (!nouveau) return;
      const sien = lireCadre(nouveau.getAttribute('viewBox') ?? '');
      const estLeMeme = ecrireCadre(sien) === ecrireCadre(tout);
      tout = sien;
      dessin().replaceWith(nouveau);
      voir(estLeMeme ? vue : tout);
    },
  };
}

/**
 * @param {EventTarget | null} cible
 * @param {string} choix
 * @returns {SVGGraphicsElement | null}
 */
function sous(cible, choix) {
  return cible instanceof Element ? cible.closest(choix) : null;
}
