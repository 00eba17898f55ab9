/** When the interactive map may take over the drawn one: the page comes first. */

const GESTES = ['pointerenter', 'pointerdown', 'focusin', 'keydown', 'touchstart'];

/**
 * Tell whether the browser draws in 3D, before 360 KB of library are fetched.
 * @returns {boolean}
 */
export function aWebgl() {
  const contexte = document.createElement('canvas').getContext('webgl2');
  contexte?.getExtension('WEBGL_lose_context')?.loseContext();
  return contexte !== null;
}

/**
 * Wait until the map is in the window, and then until the page rests or the visitor touches it.
 * A visitor who asked to save data is served on their first gesture only.
 * @param {HTMLElement} boite
 * @returns {Promise<void>}
 */
export async function bonMoment(boite) {
  await new Promise((visible) => {
    const guet = new IntersectionObserver((vues) => {
      if (!vues.some((vue) => vue.isIntersecting)) return;
      guet.disconnect();
      visible(undefined);
    });
    guet.observe(boite);
  });
  await new Promise((pret) => {
    for (const geste of GESTES) boite.addEventListener(geste, pret, { once: true, passive: true });
    const { connection } = /** @type {any} */ (navigator);
    if (connection?.saveData) return;
    if ('requestIdleCallback' in window) requestIdleCallback(pret, { timeout: 2000 });
    else setTimeout(pret, 500);
  });
}
