/**
 * Offer to copy the address of the page, where the browser can.
 * @param {string} garde what the copied address keeps, said once it is copied
 */
export function preparerCopie(garde) {
  const bouton = /** @type {HTMLButtonElement | null} */ (document.querySelector('#copier'));
  if (!bouton || !navigator.clipboard) return;
  bouton.hidden = false;
  bouton.onclick = async () => {
    const dit = /** @type {HTMLElement} */ (document.querySelector('#copie'));
    try {
      await navigator.clipboard.writeText(location.href);
      dit.textContent = `Lien copié : il garde ${garde}.`;
    } catch {
      dit.textContent = `Le lien est l'adresse de cette page : ${location.href}`;
    }
  };
}
