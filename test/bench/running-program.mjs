import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { DIST, load } from './filled-database.mjs';

const OWNER = { email: 'mila@bureau.example', password: 'seven calm herons', ownerName: 'Mila Bakker' };
const ZONE = { locale: 'en', timeZone: 'Europe/Amsterdam' };

/** Starts the program as a person would, with its interface and without background work, and runs `work` with its address and process. */
export async function withProgram({ appUrl, ownerUrl }, home, work) {
  if (!existsSync(join(DIST, 'web', 'index.html'))) throw new Error('run "npm run build" first');
  const url = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(process.execPath, [join(DIST, 'src', 'cli.js'), 'serve'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATABASE_URL: appUrl,
      DATABASE_OWNER_URL: ownerUrl,
      PORT: new URL(url).port,
      LINKLEDGER_DATA_DIR: join(home, 'data'),
      LINKLEDGER_LOG_LEVEL: 'silent',
    },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    await ready(url, child);
    return await work(url, child.pid);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

async function ready(url, child) {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`);
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Makes a workspace and answers it with its owner and a way to ask as them. */
export async function founded(url) {
  const owner = somebody(url);
  const { workspace, member } = await owner.ask('/setup', { ...OWNER, workspaceName: 'Bureau', ...ZONE });
  return { workspaceId: workspace.id, memberId: member.id, cookie: owner.cookie(), ask: owner.ask };
}

/** Somebody the owner invited, limited to some clients; answers a way to ask as them. */
export async function invited(url, owner, { role, clientIds }) {
  const wish = { email: 'guest@bureau.example', role, limitedToClients: true, clientIds };
  const { link } = await owner.ask('/invitations', wish);
  const guest = somebody(url);
  await guest.ask(`/invitations/by-token/${new URL(link).pathname.split('/').at(-1)}/accept`, {
    name: 'Guest',
    password: 'herons wait by the lock',
  });
  return { ask: guest.ask };
}

/** A way to ask the program and to stay known to it. */
function somebody(url) {
  let cookie = '';
  const ask = async (path, body) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { cookie, origin: url, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return answer.status === 204 ? {} : answer.json();
  };
  return { ask, cookie: () => cookie };
}

/** Runs `work` with the Chromium that comes from npm. */
export async function withChromium(work, options = {}) {
  const { chromiumFiles } = await load('src/platform/browser/chromium-files');
  const folder = join(tmpdir(), `linkledger-journeys-${userInfo().uid}`);
  const { executable, environment } = await chromiumFiles(folder);
  const browser = await chromium.launch({
    executablePath: executable,
    chromiumSandbox: false,
    args: ['--no-sandbox', '--disable-gpu'],
    env: { ...environment },
    ...options,
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** A page at 1440 by 900 of somebody who is signed in, and the way to what the browser counts of it. */
export async function aPage(browser, url, cookie, options = {}) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  const [name, value] = cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  await context.addInitScript(`localStorage.setItem('linkledger-was-here', '1')`);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, cdp, context };
}

/** What the browser counts of a page: milliseconds on a processor, bytes of its heap, nodes that live. */
export async function pageFigures({ cdp }) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (wanted) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return { busy: 1000 * of('TaskDuration'), heap: of('JSHeapUsedSize'), nodes: of('Nodes') };
}
