/** Hatches drawn pixel by pixel: the cue, besides colour, of the worst class and of no data. */

/**
 * Draw a square tile of 45° lines that joins with itself on all sides.
 * @param {number} cote side of the tile, in pixels
 * @param {number} trait width of the line, in pixels
 * @param {readonly [number, number, number, number]} couleur red, green, blue, alpha (0–255)
 * @param {'montante' | 'descendante'} sens the way the lines go, from left to right
 * @returns {{width: number, height: number, data: Uint8Array}} an image for `Map.addImage`
 */
export function hachure(cote, trait, couleur, sens) {
  const data = new Uint8Array(cote * cote * 4);
  for (let y = 0; y < cote; y += 1) {
    for (let x = 0; x < cote; x += 1) {
      const rang = sens === 'montante' ? x + y : x - y + cote;
      if (rang % cote < trait) data.set(couleur, (y * cote + x) * 4);
    }
  }
  return { width: cote, height: cote, data };
}
