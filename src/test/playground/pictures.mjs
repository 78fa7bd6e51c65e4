// Makes the pictures of the documentation from the cards of target/looks (run look.mjs first).
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import UPNG from 'upng-js';
import { openPage } from './browser.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const phone = 336;
const pictures = {
  hero: ['start-suggestion-phone-light', 'thermometer-open-own-phone-light', 'reveal-divided-phone-light'],
  start: ['start-suggestion-phone-light'],
  thermometer: ['thermometer-open-shared-phone-light', 'thermometer-open-own-phone-light'],
  reveal: ['reveal-divided-phone-light'],
  summary: ['summary-two-statements-phone-light'],
  dark: ['thermometer-open-own-phone-dark', 'reveal-divided-phone-dark'],
};

const page = await openPage({ width: 1400, height: 1200 });
for (const [name, looks] of Object.entries(pictures)) {
  const dark = looks[0].endsWith('dark');
  const images = looks.map(look => `<img width="${phone}" src="data:image/png;base64,${base64(look)}">`).join('');
  await page.setContent(`
    <style>
      body { margin: 0; }
      #board { display: inline-flex; gap: 8px; padding: 12px; align-items: flex-start; background: ${dark ? '#1f1f1f' : '#f5f5f5'}; }
    </style>
    <div id="board">${images}</div>`);
  writeFileSync(`${root}/docs/images/${name}.png`, withFewerColours(await page.locator('#board').screenshot()));
}
await page.context().browser().close();

function base64(look) {
  return readFileSync(`${root}/target/looks/${look}.png`).toString('base64');
}

/** A third of the size, with a palette that the eye cannot tell from the original. */
function withFewerColours(png) {
  const picture = UPNG.decode(png);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(picture), picture.width, picture.height, 96));
}
