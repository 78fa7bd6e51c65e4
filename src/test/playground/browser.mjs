import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * A page in a headless browser with an empty profile, which reaches nothing but this machine; close it with `page.context().browser().close()`.
 * The environment's `CHROMIUM` names another executable.
 */
export async function openPage(size) {
  const executablePath = process.env.CHROMIUM ?? usual.find(existsSync);
  if (!executablePath) {
    throw new Error('No Chromium found: name it in the environment variable CHROMIUM.');
  }
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: 2 });
  await page.route(url => url.protocol.startsWith('http') && !['localhost', '127.0.0.1'].includes(url.hostname), route => route.abort());
  return page;
}
