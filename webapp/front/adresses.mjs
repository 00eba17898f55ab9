/**
 * Addresses to paste elsewhere: a button beside each copies it. Without this module, one click
 * selects the whole of an address.
 */

/**
 * Add a button that copies to each address.
 * @param {ParentNode} page
 * @param {Clipboard} presse where what is copied goes
 */
export function ajouterBoutons(page, presse) {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll('[data-copie]'))) {
    const adresse = document.getElementById(place.dataset.copie ?? '');
    if (!adresse) continue;
    const bouton = document.createElement('button');
    bouton.type = 'button';
    bouton.textContent = 'Copier';
    bouton.setAttribute('aria-describedby', adresse.id);
    const statut = document.createElement('span');
    statut.setAttribute('role', 'status');
    bouton.addEventListener('click', async () => {
      statut.textContent = await copier(adresse.textContent ?? '', presse);
    });
    place.replaceChildren(bouton, ' ', statut);
  }
}

/**
 * Copy a text, and say what became of it.
 * @param {string} texte
 * @param {Pick<Clipboard, 'writeText'>} presse
 * @returns {Promise<string>}
 */
export async function copier(texte, presse) {
  try {
    await presse.writeText(texte);
    return 'Copié.';
  } catch {
    return 'Non copié : sélectionnez l’adresse.';
  }
}

if (typeof document !== 'undefined' && navigator.clipboard) {
  ajouterBoutons(document, navigator.clipboard);
}
