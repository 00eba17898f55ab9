/** A framed page tells its height to the page around it; see `/integrer/<type>/<code>`. */

/**
 * Post `{type: 'carto:height', v: 1, height}` to the parent, now and at each change.
 * Any origin may frame these pages and the height is no secret, hence `'*'`.
 */
export function annoncerHauteur() {
  if (window.parent === window) return;
  const observateur = new ResizeObserver(() => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    window.parent.postMessage({ type: 'carto:height', v: 1, height }, '*');
  });
  observateur.observe(document.documentElement);
}
