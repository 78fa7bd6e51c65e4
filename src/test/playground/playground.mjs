import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const port = 56150;
const url = `http://localhost:${port}`;
const people = '.m365agentsplayground.yml';

/**
 * Starts Microsoft's Agents Playground, by name from npm, with the people of the file beside this one and in Dutch.
 * It writes a log where it runs, so it runs in a folder of its own.
 */
export async function startPlayground(bot) {
  const folder = mkdtempSync(join(tmpdir(), 'balans-play-'));
  copyFileSync(fileURLToPath(new URL(people, import.meta.url)), join(folder, people));
  const server = spawn('npx', ['--yes', '@microsoft/m365agentsplayground@0.2.28', '-e', bot, '-c', 'msteams', '--dt', '-p', `${port}`],
    { cwd: folder, env: { ...process.env, LC_ALL: 'nl_NL.UTF-8' }, stdio: ['ignore', 'ignore', 'inherit'], detached: true });
  const stop = () => {
    process.kill(-server.pid);
    rmSync(folder, { recursive: true, force: true });
  };
  for (let attempt = 0; attempt < 120; attempt++) {
    if (await fetch(url).then(answer => answer.ok, () => false)) {
      return { stop };
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  stop();
  throw new Error('The Playground did not come up.');
}

/** Waits until a page shows the Playground at work, and opens the channel. */
export async function openChannel(page) {
  await page.goto(url);
  await page.getByText('Connected.').first().waitFor();
  await page.getByText('Digitalisering', { exact: true }).first().click();
}

/** Posts a card in the channel as the bot would, without the bot. */
export async function postCard(content) {
  const answer = await fetch(`${url}/_connector/v3/conversations/${encodeURIComponent('19:digitalisering@thread.tacv2')}/activities`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      from: { id: '00000000-0000-0000-0000-000000000011' },
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
    }),
  });
  if (!answer.ok) {
    throw new Error(`The Playground refused a card with ${answer.status}.`);
  }
}

/** Takes a picture of a card as narrow as a phone. */
export async function shootNarrow(page, card, path) {
  const narrow = await page.addStyleTag({ content: '.ac-preview-panel { width: 320px !important; }' });
  await page.waitForTimeout(1_000); // a chart takes its new width a moment later, and says so nowhere
  await card.screenshot({ path });
  await narrow.evaluate(style => style.remove());
}

/**
 * The taps of the browser's user, as the Playground sent them. Its window has one user only, but it takes a tap from every member of the
 * channel: `as` repeats a tap as somebody else, with other data, and answers what that member then sees (a card, or a line).
 */
export function watchTaps(page) {
  const taps = [];
  page.on('request', request => {
    if (request.url().endsWith('/v1/invoke')) {
      taps.push({ to: request.url(), ...request.postDataJSON() });
    }
  });
  return {
    last: verb => taps.findLast(tap => tap.value.action.verb === verb),
    async as(member, tap, data, verb = tap.value.action.verb) {
      const { to, ...sent } = tap;
      const action = { ...sent.value.action, verb, data: { ...sent.value.action.data, ...data } };
      const answer = await fetch(to, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...sent, from: { id: member }, value: { action } }),
      });
      const body = await answer.json();
      return (body.body ?? body).value ?? body;
    },
  };
}
