// Opens a report in every way that people do, and writes what it found as JSON: node report.mjs <executable> <url> <folder>
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [executablePath, url, folder] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

async function look(name, language, colorScheme, width) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
  const page = await context.newPage();
  const requests = [];
  const complaints = [];
  page.on('request', request => requests.push(request.url()));
  page.on('console', message => complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(String(error)));
  await page.addInitScript(() => {
    window.refused = [];
    document.addEventListener('securitypolicyviolation', e => window.refused.push(`${e.violatedDirective} ${e.blockedURI}`));
  });
  const answer = await page.goto(`${url}?lang=${language}`);
  await page.evaluate(axe);
  const found = await page.evaluate(async tags => ({
    violations: (await window.axe.run({ runOnly: { type: 'tag', values: tags }, preload: false })).violations
      .map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' ')}`),
    refused: window.refused,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    language: document.documentElement.lang,
    text: document.body.innerText,
    headings: [...document.querySelectorAll('h1, h2, h3, h4')].map(h => `${h.localName} ${h.textContent}`),
    thermometers: [...document.querySelectorAll('svg[role=img]')].map(svg => svg.getAttribute('aria-label')),
    bareTables: [...document.querySelectorAll('table')].filter(t => !t.caption?.textContent
      || [...t.querySelectorAll('th')].some(th => !th.scope)).length,
    scripts: document.scripts.length,
  }), rules);
  await page.screenshot({ path: join(folder, `report-${name}.png`), fullPage: true });
  if (width > 1000) {
    await page.pdf({ path: join(folder, `report-${name}.pdf`), preferCSSPageSize: true });
  }
  // By the keyboard alone: where the focus goes, it can be seen.
  await page.keyboard.press('Tab');
  const focus = await page.evaluate(() => ({
    on: document.activeElement.localName,
    outline: getComputedStyle(document.activeElement).outlineStyle,
  }));
  await context.close();
  return { name, status: answer.status(), requests, complaints, focus, ...found };
}

try {
  const looks = [];
  for (const language of ['nl', 'en']) {
    for (const scheme of ['light', 'dark']) {
      for (const width of [1280, 320]) {
        looks.push(await look(`${language}-${scheme}-${width}`, language, scheme, width));
      }
    }
  }
  writeFileSync(join(folder, 'looks.json'), JSON.stringify(looks, null, 2));
} finally {
  await browser.close();
}
