/**
 * The data of one territory: shapes (TopoJSON, codes only) and values, joined by code. What the map
 * colours is said `communes` here: a map of wider units has EPCI or départements in their place, and
 * `epci` are then the borders of what is wider still.
 *
 * @typedef {{key: string, label: string, colour: string, is_worst: boolean}} Classe
 * @typedef {{label: string, question: string, classes: Classe[], missing_label: string}} Indicateur
 * @typedef {{nom: string, population?: number | null, classes: Record<string, number | null>,
 *   textes: Record<string, string>, cercles?: Record<string, number>}} Commune
 * @typedef {{snapshot: string, indicateurs: Record<string, Indicateur>,
 *   communes: Record<string, Commune>}} Valeurs
 * @typedef {import('geojson').FeatureCollection} FeatureCollection
 * @typedef {{valeurs: Valeurs, emprise: [number, number, number, number],
 *   communes: FeatureCollection, traits: import('geojson').Geometry,
 *   cote: import('geojson').Geometry, epci: import('geojson').Geometry, noms: FeatureCollection, lieux: FeatureCollection}} Donnees
 */
import { feature, mesh } from 'topojson-client';

/** Wide units are large on the map: many names have room at once. */
const PAR_PALIER = 4;

/**
 * Fetch JSON, or throw an error that says which address failed.
 * @param {string} adresse
 * @returns {Promise<any>}
 */
export async function chercherJson(adresse) {
  const reponse = await fetch(adresse);
  if (!reponse.ok) throw new Error(`${adresse} : ${reponse.status}`);
  return reponse.json();
}

/**
 * What an indicator says of a commune: its own words, else the name of its class.
 * @param {Valeurs} valeurs
 * @param {Commune} commune
 * @param {string} ind
 * @returns {string}
 */
export function texteDe({ indicateurs }, { classes, textes }, ind) {
  const classe = classes[ind];
  const { classes: noms, missing_label } = indicateurs[ind];
  return textes[ind] ?? (classe === null ? missing_label : noms[classe].label);
}

/** The places of a map that draws none. */
const SANS_LIEU = { type: 'FeatureCollection', features: [] };

/**
 * Fetch and join what the map of a territory draws. A map too wide for its places has no address
 * for them; one that reaches overseas says what it shows first.
 * @param {{topojson?: string, valeurs?: string, lieux?: string, bbox?: string}} adresses
 * @returns {Promise<Donnees>}
 */
export async function chercherDonnees({ topojson = '', valeurs = '', lieux, bbox }) {
  const [formes, chiffres, points] = await Promise.all([
    chercherJson(topojson),
    chercherJson(valeurs),
    lieux ? chercherJson(lieux) : SANS_LIEU,
  ]);
  const donnees = assembler(formes, chiffres, points);
  return bbox ? { ...donnees, emprise: lireEmprise(bbox) } : donnees;
}

/**
 * Read west, south, east and north.
 * @param {string} texte four numbers of degrees, joined by commas
 * @returns {[number, number, number, number]}
 */
export function lireEmprise(texte) {
  const [ouest, sud, est, nord] = texte.split(',').map(Number);
  return [ouest, sud, est, nord];
}

/**
 * Turn a topology, values and places into what the map draws.
 * @param {any} formes a topology with the objects `units` and `borders`, and `outline` where units cross
 *   the border of the territory
 * @param {Valeurs} valeurs
 * @param {FeatureCollection} lieux
 * @returns {Donnees}
 */
export function assembler(formes, valeurs, lieux) {
  const { units, borders, outline = units } = formes.objects;
  const polygones = /** @type {FeatureCollection} */ (
    /** @type {unknown} */ (feature(formes, units))
  );
  return {
    valeurs,
    emprise: emprise(polygones),
    communes: polygones,
    traits: mesh(formes, units, (une, autre) => une !== autre),
    cote: mesh(formes, outline, (une, autre) => une === autre),
    epci: mesh(formes, borders, (un, autre) => un !== autre),
    noms: etiquettes(polygones, valeurs.communes, formes.objects.outline ? PAR_PALIER : 1),
    lieux,
  };
}

/**
 * West, south, east and north of shapes, in degrees.
 * @param {FeatureCollection} communes
 * @returns {[number, number, number, number]}
 */
export function emprise(communes) {
  const bornes = /** @type {[number, number, number, number]} */ ([180, 90, -180, -90]);
  for (const anneau of communes.features.flatMap(({ geometry }) => anneaux(geometry))) {
    for (const [lng, lat] of anneau) {
      bornes[0] = Math.min(bornes[0], lng);
      bornes[1] = Math.min(bornes[1], lat);
      bornes[2] = Math.max(bornes[2], lng);
      bornes[3] = Math.max(bornes[3], lat);
    }
  }
  return bornes;
}

/**
 * Outer rings of a geometry; none for what is not a surface.
 * @param {import('geojson').Geometry} geometrie
 * @returns {import('geojson').Position[][]}
 */
function anneaux(geometrie) {
  if (geometrie.type === 'Polygon') return [geometrie.coordinates[0]];
  if (geometrie.type === 'MultiPolygon') return geometrie.coordinates.map(([dehors]) => dehors);
  return [];
}

/**
 * One point per unit with its name and its rank by population (1 = the largest).
 * @param {FeatureCollection} communes
 * @param {Record<string, Commune>} valeurs
 * @param {number} [parPalier] how many share a rank: names appear with the zoom, rank by rank
 * @returns {FeatureCollection}
 */
export function etiquettes(communes, valeurs, parPalier = 1) {
  const connues = communes.features.filter(({ properties }) => valeurs[properties?.code]);
  const points = connues.map(({ geometry, properties }) => {
    const { nom, population } = valeurs[properties?.code];
    return { nom, code: properties?.code, population: population ?? 0, point: centre(geometry) };
  });
  points.sort((a, b) => b.population - a.population || a.code.localeCompare(b.code));
  return {
    type: 'FeatureCollection',
    features: points.map(({ nom, code, point }, rang) => ({
      type: 'Feature',
      properties: { nom, code, rang: Math.floor(rang / parPalier) + 1 },
      geometry: { type: 'Point', coordinates: point },
    })),
  };
}

/**
 * Centroid of the largest outer ring, in degrees: where the name of a commune is written.
 * @param {import('geojson').Geometry} geometrie Polygon or MultiPolygon
 * @returns {[number, number]}
 */
export function centre(geometrie) {
  let meilleur = { aire: -1, point: /** @type {[number, number]} */ ([NaN, NaN]) };
  for (const anneau of anneaux(geometrie)) {
    let aire = 0;
    let x = 0;
    let y = 0;
    const [x0, y0] = anneau[0];
    for (let i = 0; i + 1 < anneau.length; i += 1) {
      const [ax, ay] = [anneau[i][0] - x0, anneau[i][1] - y0];
      const [bx, by] = [anneau[i + 1][0] - x0, anneau[i + 1][1] - y0];
      const produit = ax * by - bx * ay;
      aire += produit;
      x += (ax + bx) * produit;
      y += (ay + by) * produit;
    }
    const point = /** @type {[number, number]} */ (
      aire ? [x0 + x / (3 * aire), y0 + y / (3 * aire)] : [x0, y0]
    );
    if (Math.abs(aire) > meilleur.aire) meilleur = { aire: Math.abs(aire), point };
  }
  return meilleur.point;
}
