/** The legend as a filter: pressing a class fades the other communes, on the map and in the table. */

/**
 * @typedef {number | null | undefined} Filtre class index, null: no data, undefined: no filter
 */

/**
 * Make each entry of a legend a button that is pressed or not; one at a time.
 * @param {HTMLElement} legende
 * @param {(filtre: Filtre, texte: string) => void} surFiltre
 */
export function animerLegende(legende, surFiltre) {
  for (const entree of legende.querySelectorAll('li')) {
    const bouton = document.createElement('button');
    bouton.type = 'button';
    bouton.setAttribute('aria-pressed', 'false');
    bouton.append(...entree.childNodes);
    entree.append(bouton);
    bouton.addEventListener('click', () => {
      const presse = bouton.getAttribute('aria-pressed') !== 'true';
      for (const autre of legende.querySelectorAll('button')) {
        autre.setAttribute('aria-pressed', String(presse && autre === bouton));
      }
      surFiltre(presse ? lireClasse(entree.dataset.classe) : undefined, texteDe(bouton));
    });
  }
}

/**
 * Class of a legend entry: an index, or null for the entry without data.
 * @param {string | undefined} texte
 * @returns {number | null}
 */
export function lireClasse(texte) {
  return texte && /^\d+$/.test(texte) ? Number(texte) : null;
}

/**
 * Name and count of an entry, to be said.
 * @param {HTMLElement} entree
 * @returns {string}
 */
function texteDe(entree) {
  const morceaux = entree.querySelectorAll('.nom-classe, .effectif');
  return [...morceaux].map(({ textContent }) => textContent?.trim()).join(' : ');
}
