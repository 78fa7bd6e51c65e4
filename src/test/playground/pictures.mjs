// Makes the pictures of the documentation: the cards of the samples as the Agents Playground draws them on a phone's width. Three come from
// elsewhere: the dark one from target/looks (run look.mjs first; the Playground has no dark theme and `look` no charts, so there the
// fallback shows), and the Playground itself from target/play (run play.mjs first). The board is what a test drew, in target/reports.
import { createServer } from 'node:http';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import UPNG from 'upng-js';
import { openPage } from './browser.mjs';
import { expand } from './cards.mjs';
import { openChannel, postCard, shootNarrow, startPlayground } from './playground.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const shots = `${root}/target/pictures`;
const phone = 320;
const pictures = {
  hero: ['start/suggestion', 'thermometer/open-own', 'reveal/divided'],
  start: ['start/suggestion'],
  thermometer: ['thermometer/open-shared', 'thermometer/open-own'],
  reveal: ['reveal/divided'],
  summary: ['summary/two-statements'],
  trend: ['trend/one-changed'],
  welcome: ['help/welcome'],
  help: ['help/unknown-in-a-chat', 'help/english'],
  home: ['home/nothing-yet', 'home/overview'],
};

mkdirSync(shots, { recursive: true });
const silent = await silentBot();
const playground = await startPlayground(`http://localhost:${silent.address().port}/api/messages`);
const page = await openPage({ width: 1400, height: 1600 });
try {
  await openChannel(page);
  for (const name of new Set(Object.values(pictures).flat())) {
    await draw(name);
  }
} finally {
  await page.context().browser().close();
  playground.stop();
  silent.close();
}
for (const [name, cards] of Object.entries(pictures)) {
  await board(name, cards.map(card => `${shots}/${card.replace('/', '-')}.png`), '#f0f0f0');
}
await board('dark', ['thermometer-open-own', 'reveal-divided'].map(look => `${root}/target/looks/${look}-phone-dark.png`), '#1f1f1f');
writeFileSync(`${root}/docs/images/board.png`, withFewerColours(readFileSync(`${root}/target/reports/board-usual.png`), 96));
writeFileSync(`${root}/docs/images/playground.png`, withFewerColours(readFileSync(`${root}/target/play/playground.png`), 96));

async function draw(name) {
  const [card, sample] = name.split('/');
  const before = await page.locator('.ac-adaptiveCard').count();
  await postCard(expand({ card, sample }));
  await page.locator('.ac-adaptiveCard').nth(before).waitFor();
  await shootNarrow(page, page.locator('.ac-adaptiveCard').first(), `${shots}/${card}-${sample}.png`);
}

/** Sets cards side by side. */
async function board(name, files, background) {
  const canvas = await openPage({ width: 1400, height: 1200 });
  const images = files.map(file => `<img width="${phone}" src="data:image/png;base64,${readFileSync(file).toString('base64')}">`).join('');
  await canvas.setContent(`
    <style>
      body { margin: 0; }
      #board { display: inline-flex; gap: 12px; padding: 12px; align-items: flex-start; background: ${background}; }
      img { border-radius: 6px; }
    </style>
    <div id="board">${images}</div>`);
  writeFileSync(`${root}/docs/images/${name}.png`, withFewerColours(await canvas.locator('#board').screenshot(), 96));
  await canvas.context().browser().close();
}

/** A third of the size, with a palette that the eye cannot tell from the original. */
function withFewerColours(png, colours) {
  const picture = UPNG.decode(png);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(picture), picture.width, picture.height, colours));
}

/** The Playground wants a bot that answers; this one says nothing. */
function silentBot() {
  const server = createServer((request, answer) => answer.writeHead(200).end());
  return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(server)));
}
