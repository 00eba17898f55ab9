/** A framed page tells its height to the page around it; see `/integrer/<type>/<code>`. */

/**
 * Post `{type: 'carto:height', v: 1, height}` to the parent, now, at each change, and when it asks.
 * Any origin may frame these pages and the height is no secret, hence `'*'`.
 */
export function annoncerHauteur() {
  if (window.parent === window) return;
  const annoncer = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    window.parent.postMessage({ type: 'carto:height', v: 1, height }, '*');
  };
  new ResizeObserver(annoncer).observe(document.documentElement);
  window.addEventListener('message', ({ data, source }) => {
    if (source === window.parent && data?.type === 'carto:ask') annoncer();
  });
}

/**
 * In a sandbox without pop-ups a link to a new tab does nothing: the address is then shown, to
 * be copied. An opaque origin is the sign of such a sandbox.
 */
export function montrerAdresse() {
  const adresse = document.getElementById('adresse-complete');
  if (adresse && window.origin === 'null') adresse.hidden = false;
}
