/**
 * The panel beside the map: the card of the chosen commune, made by the server, or the figures
 * of the territory that the page came with.
 */

/** Says the last thing that happened, for those who do not see it. */
export function annoncer(/** @type {string} */ texte) {
  const statut = document.getElementById('statut');
  if (statut) statut.textContent = texte;
}

/**
 * Drive a panel.
 *
 * `montrer(code)` shows the card of a unit of the map, `montrer(null)` the figures of the territory, from
 * the page at `adresse`.
 * @param {HTMLElement} panneau
 * @param {string} type what the map colours, as in addresses
 * @returns {{montrer: (code: string | null, options: {adresse: string, focus?: boolean})
 *   => Promise<void>}}
 */
export function conduirePanneau(panneau, type) {
  let demande = new AbortController();

  /**
   * @param {string} adresse
   * @param {Record<string, string>} entetes
   */
  async function chercher(adresse, entetes) {
    demande.abort();
    demande = new AbortController();
    const reponse = await fetch(adresse, { headers: entetes, signal: demande.signal });
    if (!reponse.ok) throw new Error(`${adresse} : ${reponse.status}`);
    return document.createRange().createContextualFragment(await reponse.text());
  }

  return {
    async montrer(code, { adresse, focus = false }) {
      panneau.setAttribute('aria-busy', 'true');
      try {
        const contenu = code
          ? await chercher(adresseFiche(type, code, adresse), { 'X-Fragment': '1' })
          : (await chercher(adresse, {})).getElementById('panneau');
        panneau.replaceChildren(...(contenu?.childNodes ?? []));
        if (code) panneau.append(retour(adresse));
      } catch (erreur) {
        if (erreur instanceof DOMException && erreur.name === 'AbortError') return;
        annoncer('La fiche n’a pas pu être chargée. Réessayez dans un instant.');
        return;
      } finally {
        panneau.removeAttribute('aria-busy');
      }
      const titre = panneau.querySelector('h2');
      if (!titre) return;
      annoncer(`${titre.textContent?.trim()} : fiche affichée.`);
      if (focus) {
        titre.tabIndex = -1;
        titre.focus();
      }
    },
  };
}

/**
 * The card of a unit in the state of a page: under the same rule, with the same links.
 * @param {string} type
 * @param {string} code
 * @param {string} adresse of the page
 * @returns {string}
 */
function adresseFiche(type, code, adresse) {
  const { searchParams } = new URL(adresse, location.href);
  for (const nom of ['sel', 'classe', 'maille']) searchParams.delete(nom);
  const etat = searchParams.toString();
  return `/${type}/${code}${etat && `?${etat}`}`;
}

/**
 * The way back from a commune to the figures of the territory.
 * @param {string} adresse
 * @returns {HTMLElement}
 */
function retour(adresse) {
  const ligne = document.createElement('p');
  ligne.className = 'suite';
  const lien = document.createElement('a');
  const vers = new URL(adresse, location.href);
  vers.searchParams.delete('sel');
  lien.href = vers.pathname + vers.search;
  lien.textContent = 'Revenir aux chiffres clés';
  ligne.append(lien);
  return ligne;
}
