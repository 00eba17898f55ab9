import assert from 'node:assert/strict';
import { test } from 'node:test';

import { hachure } from '../../webapp/front/motifs.mjs';

const ROUGE = [200, 0, 0, 255];

for (const sens of ['montante', 'descendante']) {
  test(`a hatch ${sens} joins with itself on all sides`, () => {
    const { width, height, data } = hachure(8, 2, ROUGE, sens);
    const plein = (x, y) => data[(((y + 8) % 8) * width + ((x + 8) % 8)) * 4 + 3] === 255;
    const pas = sens === 'montante' ? -1 : 1;
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) assert.equal(plein(x, y), plein(x + pas, y + 1));
    }
  });
}

test('the line covers its share of the tile in its colour, the rest is transparent', () => {
  const { data } = hachure(8, 2, ROUGE, 'montante');
  const pixels = Array.from({ length: 64 }, (_, i) => [...data.slice(i * 4, i * 4 + 4)]);
  assert.equal(pixels.filter(([r, , , a]) => r === 200 && a === 255).length, 16);
  assert.equal(pixels.filter(([, , , a]) => a === 0).length, 48);
});
