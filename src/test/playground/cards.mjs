// The cards as the bot's own code makes them: a template, a sample of its data and the texts of one language.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Template } from 'adaptivecards-templating';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const templates = join(root, 'src/main/resources/cards');
const samples = join(root, 'src/test/resources/cards');

/** Every sample there is, as `{ card, sample }`, in a stable order. */
export function allSamples() {
  return readdirSync(samples, { withFileTypes: true })
    .filter(folder => existsSync(join(templates, `${folder.name}.json`)))
    .flatMap(({ name: card }) =>
      readdirSync(join(samples, card)).filter(file => file.endsWith('.json')).map(file => ({ card, sample: file.slice(0, -5) })))
    .sort((a, b) => `${a.card}/${a.sample}`.localeCompare(`${b.card}/${b.sample}`));
}

/** The card of a sample, expanded by Microsoft's own template library. */
export function expand({ card, sample }) {
  const data = readJson(join(samples, card, `${sample}.json`));
  return expandWith(card, data);
}

/** The card for data that is not in a sample file. */
export function expandWith(card, data) {
  const template = new Template(readJson(join(templates, `${card}.json`)));
  return template.expand({ $root: { ...data, t: texts(card, data.lang) } });
}

/** The data of a sample, to play on with. */
export function sampleData({ card, sample }) {
  return readJson(join(samples, card, `${sample}.json`));
}

/** The static texts of a card by their keys without the card's name. */
export function texts(card, language) {
  const prefix = `${card}.`;
  return Object.fromEntries(readFileSync(join(templates, `texts_${language}.properties`), 'utf8')
    .split('\n')
    .filter(line => line.startsWith(prefix))
    .map(line => [line.slice(prefix.length, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
