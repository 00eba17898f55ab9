import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { LOCALE } from '../../webapp/front/locale.mjs';

test('every text of MapLibre has its French one, and no other', async () => {
  const adresse = new URL(
    '../../node_modules/maplibre-gl/src/ui/default_locale.ts',
    import.meta.url,
  );
  const anglais = [...(await readFile(adresse, 'utf8')).matchAll(/'([A-Z]\w+\.\w+)': '(.*)'/g)];
  assert.ok(anglais.length > 20);
  assert.deepEqual(Object.keys(LOCALE).sort(), anglais.map(([, cle]) => cle).sort());
});
