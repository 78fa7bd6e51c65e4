// Plays a session in Microsoft's Agents Playground against a bot on http://localhost:3978, as a facilitator with one browser would,
// and leaves a picture of each step in target/play: as the Playground draws it, and as narrow as a phone.
// The Playground is run by name from npm. Usage: node play.mjs [the bot's endpoint]
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPage } from './browser.mjs';
import { texts } from './cards.mjs';

const bot = process.argv[2] ?? 'http://localhost:3978/api/messages';
const port = 56150;
const patience = 15_000;
const target = fileURLToPath(new URL('../../../target/play', import.meta.url));
const t = Object.fromEntries(['start', 'thermometer', 'reveal', 'summary', 'actions', 'scale'].map(card => [card, texts(card, 'nl')]));
const [step, closing] = [`4: ${t.scale['4']}`, /^Sluit de sessie/];

mkdirSync(target, { recursive: true });
const playground = await startPlayground();
const page = await openPage({ width: 1400, height: 4000 });
page.setDefaultTimeout(patience);
try {
  await play();
} catch (problem) {
  await page.screenshot({ path: join(target, 'stuck.png') });
  throw problem;
} finally {
  await page.context().browser().close();
  playground.stop();
}

async function play() {
  await page.goto(`http://localhost:${port}/`);
  await page.getByText('General', { exact: true }).first().click();

  await say('start');
  await shoot('1-start', button(t.start.start));
  await button(t.start.start).click();
  await shoot('2-thermometer', button(step));

  const thermometers = await button(step).count();
  for (let i = 0; i < thermometers; i++) {
    await button(step).first().click();
    await page.getByText(t.thermometer.yours).nth(i).waitFor();
  }
  await shoot('3-own-answer', page.getByText(t.thermometer.yours));
  await shoot('4-session', button(closing));

  for (let i = 0; await button(t.thermometer.reveal).count() > 0 && i < 3; i++) {
    await button(t.thermometer.reveal).first().click();
    await button(new RegExp(t.reveal.addAction)).nth(i).waitFor();
  }
  await shoot('5-reveal', button(new RegExp(t.reveal.addAction)));

  await button(new RegExp(t.reveal.addAction)).last().click();
  const form = page.locator('.ac-adaptiveCard').filter({ has: page.getByText(t.reveal.what) }).last();
  await form.getByPlaceholder(t.reveal.whatPlaceholder).fill('Elke vrijdag een schermvrij uur in de middenbouw');
  await form.getByRole('combobox').first().click();
  await page.getByRole('option').first().click();
  await shoot('6-action', form);
  await form.getByText(t.reveal.save).click();
  await shoot('7-agreed', page.getByText(t.reveal.actionsTitle));

  await button(closing).first().click();
  await shoot('8-summary', page.getByText(`🌡️ ${t.summary.title}`));
  await say('acties');
  await shoot('9-actions', page.getByText(`🎯 ${t.actions.title}`));
}

/** Posts a text that mentions the bot: in a channel it hears nothing else. */
async function say(text) {
  await page.locator('[contenteditable=true][role=textbox]').first().click();
  await page.keyboard.type('@');
  await page.getByRole('menuitem', { name: 'Test Bot' }).click();
  await page.keyboard.type(` ${text}`);
  await page.getByRole('button', { name: 'Post', exact: true }).click();
}

function button(name) {
  return page.getByRole('button', { name, exact: typeof name === 'string' });
}

/** Waits for what the newest card of this step shows, and takes its picture twice. */
async function shoot(name, sign) {
  await sign.last().waitFor();
  const card = page.locator('.ac-adaptiveCard').filter({ has: sign }).last();
  const drawn = await card.count() > 0 ? card : sign.last();
  await drawn.screenshot({ path: join(target, `${name}-wide.png`) });
  const narrow = await page.addStyleTag({ content: '.ac-preview-panel { width: 320px !important; }' });
  await drawn.screenshot({ path: join(target, `${name}-phone.png`) });
  await narrow.evaluate(style => style.remove());
  console.log(name);
}

async function startPlayground() {
  const folder = mkdtempSync(join(tmpdir(), 'balans-play-'));
  const server = spawn('npx', ['--yes', '@microsoft/m365agentsplayground@0.2.28', '-e', bot, '-c', 'msteams', '--dt', '-p', `${port}`],
    { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  const stop = () => {
    process.kill(-server.pid);
    rmSync(folder, { recursive: true, force: true });
  };
  for (let attempt = 0; attempt < 120; attempt++) {
    if (await fetch(`http://localhost:${port}/`).then(answer => answer.ok, () => false)) {
      return { stop };
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  stop();
  throw new Error('The Playground did not come up.');
}
