// Plays a session in Microsoft's Agents Playground against a bot on http://localhost:3978, as a facilitator and five others would, and
// leaves a picture of each step in target/play: as the Playground draws it, and as narrow as a phone. Usage: node play.mjs [the bot's endpoint]
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPage } from './browser.mjs';
import { texts } from './cards.mjs';
import { openChannel, shootNarrow, startPlayground, watchTaps } from './playground.mjs';

const others = ['29:jan', '29:fatima', '29:annefleur', '29:sem', '29:zoe'];
const target = fileURLToPath(new URL('../../../target/play', import.meta.url));
const t = Object.fromEntries(
  ['start', 'session', 'thermometer', 'reveal', 'summary', 'actions', 'help', 'phrase', 'line'].map(card => [card, texts(card, 'nl')]));
// The Playground says of every client that it is English, and a line to one member is in his own language.
const line = texts('line', 'en');
const tall = { width: 1400, height: 3400 };
const closing = /^Sluit de sessie/;
const what = 'Elke vrijdag een schermvrij uur in de middenbouw';

mkdirSync(target, { recursive: true });
const playground = await startPlayground(process.argv[2] ?? 'http://localhost:3978/api/messages');
const page = await openPage(tall);
page.setDefaultTimeout(30_000);
const taps = watchTaps(page);
const shots = { count: 0 };
try {
  await enter();
  await choose();
  await react();
  await reveal();
  await agree();
  await close();
  await followUp();
} catch (problem) {
  await page.screenshot({ path: join(target, 'stuck.png'), fullPage: true });
  throw problem;
} finally {
  await page.context().browser().close();
  playground.stop();
}

async function enter() {
  await openChannel(page);
  await cards(t.help.commandsTitle).first().waitFor();
  await shoot('welcome', cards(t.help.commandsTitle));
  await say('goedemorgen samen!');
  await see(cards(t.help.commandsTitle), 2);
}

async function choose() {
  await say('start');
  await cards(t.start.suggested).or(cards(t.phrase['notice.sessionRunning'])).first().waitFor();
  if (await cards(t.start.suggested).count() === 0) {
    await button(closing).first().click();
    await say('start');
  }
  await shoot('start', cards(t.start.suggested));
  await say('start');
  await shoot('start-again', cards(t.phrase['notice.cancelled']));

  const card = cards(t.start.suggested).first();
  await card.getByText(t.start.choose).click();
  await shoot('choose', card);
  const statements = card.getByRole('checkbox');
  const suggested = (await Promise.all((await statements.all()).map(box => box.isChecked()))).indexOf(true);
  await statements.nth(suggested).click();
  await statements.nth(suggested + 1).click();
  await card.getByText(t.start.start).click();
  await shoot('session', cards(t.session.running));
  await say('start');
  await shoot('already-running', cards(t.phrase['notice.sessionRunning']));
}

async function react() {
  const first = thermometers().first();
  await shoot('thermometer', first);
  await step(first, 4).click();
  // The Playground never asks for one's own view again: the edit for everybody takes its place, and what is being typed with it.
  await first.filter({ hasText: '1 van 6 klaar' }).getByText(t.thermometer.question).waitFor();
  const tap = taps.last('thermometer.react');

  await first.getByRole('textbox').fill('altijd aan');
  await step(first, 2).click();
  await first.getByText('“altijd aan”').waitFor();
  await shoot('own-answer', first);
  await first.getByText(t.thermometer.erase).click();
  await first.getByText(t.thermometer.remarkLabelAgain).waitFor();
  await shoot('remark-erased', first);
  await first.getByRole('textbox').fill('rust');
  await step(first, 2).click();

  const reactions = [[5, 'het leerplein werkt'], [2, 'te weinig tijd om het goed te doen'], [4, ''], [5, 'eindelijk overzicht'], [1, '']];
  for (const [i, [score, remark]] of reactions.entries()) {
    await taps.as(others[i], tap, { score, remark });
  }
  await progress(first, '6 van 6 klaar');
  await shoot('everybody', first);
}

async function reveal() {
  const reaction = taps.last('thermometer.react');
  const refused = await taps.as(others[0], reaction, {}, 'thermometer.reveal');
  assert.equal(refused, line['session.ONLY_FACILITATOR']);
  await button(t.thermometer.reveal).first().click();
  await shoot('closed', cards(t.thermometer.closed));
  assert.equal(await taps.as(others[0], reaction, { score: 3 }), line['session.ALREADY_REVEALED']);
  await shoot('result', results());

  const second = thermometers().first();
  await step(second, 4).click();
  await progress(second, '1 van 6 klaar');
  await button(t.thermometer.reveal).first().click();
  await shoot('too-few', cards(t.reveal.tooFew));
}

async function agree() {
  const result = results().first();
  await result.getByText(t.reveal.addAction).click();
  await shoot('action', result);
  await result.getByPlaceholder(t.reveal.whatPlaceholder).fill(what);
  await result.getByText(t.reveal.save).click();
  await result.getByText(t.line['action.NO_SUCH_OWNER']).waitFor();
  assert.equal(await result.getByPlaceholder(t.reveal.whatPlaceholder).inputValue(), what);
  await shoot('no-owner', result);
  await result.getByRole('combobox', { name: t.reveal.owner }).click();
  await shoot('owners', result);
  await page.getByRole('option', { name: 'Jan de Vries' }).click();
  await result.getByText(t.reveal.save).click();
  await shoot('agreed', cards(t.reveal.actionsTitle));
  await page.setViewportSize({ width: 1400, height: 1000 });
  await results().first().evaluate(card => card.scrollIntoView({ block: 'center' }));
  await page.screenshot({ path: join(target, 'playground.png'), scale: 'css' });
  await page.setViewportSize(tall);
}

async function close() {
  await button(closing).last().click();
  await shoot('session-closed', cards(t.session.closed));
  await shoot('summary', cards(`🌡️ ${t.summary.title}`));
}

async function followUp() {
  await say('acties');
  const list = cards(t.actions.title).filter({ hasText: what }).first();
  await shoot('actions', list);
  await list.getByText(t.actions.done, { exact: true }).click();
  await shoot('action-done', cards(t.actions.recentlyDone));
  await shoot('summary-done', cards(t.summary.doneMark));
  await say('hulp');
  await see(cards(t.help.commandsTitle), 3);
}

/** Posts a text that mentions the bot: in a channel it hears nothing else. */
async function say(text) {
  await page.locator('[contenteditable=true][role=textbox]').first().click();
  await page.keyboard.type('@');
  await page.getByRole('menuitem', { name: 'Balans-Monitor' }).click();
  await page.keyboard.type(` ${text}`);
  await page.getByRole('button', { name: 'Post', exact: true }).click();
}

/** The cards with this text; the newest thread comes first. */
function cards(text) {
  return page.locator('.ac-adaptiveCard').filter({ hasText: text });
}

function thermometers() {
  return cards(t.thermometer.reveal);
}

function results() {
  return cards(t.reveal.addAction).or(cards(t.reveal.save));
}

function step(card, score) {
  return card.getByRole('button', { name: new RegExp(`^${score}: `) });
}

function button(name) {
  return page.getByRole('button', { name, exact: typeof name === 'string' });
}

async function progress(card, text) {
  await card.getByText(text).waitFor();
}

async function see(locator, count) {
  await locator.nth(count - 1).waitFor();
}

/** Takes the picture of the first of these cards twice. */
async function shoot(name, cardsSeen) {
  const card = cardsSeen.first();
  await card.waitFor();
  const file = `${String(++shots.count).padStart(2, '0')}-${name}`;
  await card.screenshot({ path: join(target, `${file}-wide.png`) });
  await shootNarrow(page, card, join(target, `${file}-phone.png`));
  console.log(file);
}
