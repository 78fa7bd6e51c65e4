// Draws every card with every sample: as wide as a desktop and as a phone, light and dark, into target/looks.
// `node look.mjs reveal` draws the cards and samples with "reveal" in their names.
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openPage } from './browser.mjs';
import { allSamples, expand } from './cards.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const target = here('../../../target/looks');
const widths = { wide: 720, phone: 320 };
const themes = {
  light: '--page: #f5f5f5; --card: #ffffff; --text: #242424; --subtle: #616161; --line: #e0e0e0; --edge: #d1d1d1; --brand: #5b5fc7; --alert: #c4314b',
  dark: '--page: #1f1f1f; --card: #292929; --text: #ffffff; --subtle: #adadad; --line: #3d3d3d; --edge: #666666; --brand: #4f52b2; --alert: #f9526b',
};

const samples = allSamples().filter(({ card, sample }) => `${card}/${sample}`.includes(process.argv[2] ?? ''));
mkdirSync(target, { recursive: true });
const page = await openPage({ width: 800, height: 600 });
for (const [theme, colours] of Object.entries(themes)) {
  const hostConfig = teamsHostConfig(theme);
  for (const [size, width] of Object.entries(widths)) {
    await page.setContent(`<body style="${colours}; --width: ${width + 16}px"><div id="frame"><div id="card"></div></div></body>`);
    await page.addStyleTag({ path: here('look.css') });
    await page.addScriptTag({ path: here('node_modules/markdown-it/dist/markdown-it.min.js') });
    await page.addScriptTag({ path: here('node_modules/adaptivecards/dist/adaptivecards.min.js') });
    for (const each of samples) {
      const problems = await page.evaluate(draw, { json: expand(each), hostConfig });
      problems.forEach(problem => console.warn(`${each.card}/${each.sample}, ${size}: ${problem}`));
      await page.locator('#frame').screenshot({ path: `${target}/${each.card}-${each.sample}-${size}-${theme}.png` });
    }
  }
}
await page.context().browser().close();
console.log(`${samples.length} samples drawn four times in ${target}`);

/** Microsoft's own host config for Teams; only its line between elements is too bright for today's dark theme. */
function teamsHostConfig(theme) {
  const config = JSON.parse(readFileSync(here(`node_modules/adaptivecards-designer/lib/hostConfigs/microsoft-teams-${theme}.json`), 'utf8'));
  return theme === 'dark' ? { ...config, separator: { lineThickness: 1, lineColor: '#3d3d3d' } } : config;
}

/** Runs in the page. Returns what is wrong with what it drew. */
function draw({ json, hostConfig }) {
  const problems = [];
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownit().render(text);
    result.didProcess = true;
  };
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  const context = new AdaptiveCards.SerializationContext();
  card.parse(json, context);
  for (let i = 0; i < context.eventCount; i++) {
    const { message } = context.getEventAt(i);
    // The library tests a language against a regular expression that remembers its place, so that every other card fails;
    // and it knows no charts, so that the pictures show their fallback.
    if (!message.endsWith('for property "lang".') && !message.startsWith('Unknown element type "Chart.')) {
      problems.push(message);
    }
  }
  const holder = document.querySelector('#card');
  holder.replaceChildren(card.render());
  if (holder.scrollWidth > holder.clientWidth) {
    problems.push(`wider than its card by ${holder.scrollWidth - holder.clientWidth} px`);
  }
  return problems;
}
