/**
 * Colours of the map besides those of the classes: the drawn map has the same
 * (carto/drawing/palettes.py), so that one takes over from the other without a jump.
 */
export const COULEURS = {
  absent: '#d4d4d8',
  hachureAbsent: '#85858f',
  hachurePire: '#ffffff',
  contour: '#6f7480',
  limite: '#1e2430',
  encre: '#16202c',
  halo: '#ffffff',
  anneau: '#7f0f1f',
  disque: '#ffffff',
  cercle: '#e08214',
};
