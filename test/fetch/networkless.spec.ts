import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { chromium } from 'playwright-core';
import { chromiumFiles } from '../../src/platform/browser/chromium-files.js';
import { NETWORKLESS_ARGUMENTS } from '../../src/platform/browser/launch-arguments.js';
import { answer, RawServer } from './raw-server.js';

/** Opens a loopback address in a browser whose requests nobody intercepts, and says how often it was connected to. */
async function connectionsWith(args: readonly string[]): Promise<number> {
  const server = await RawServer.start((socket) => void socket.write(answer(200, {}, 'secret')));
  const { executable, environment } = await chromiumFiles(
    join(tmpdir(), `linkledger-test-browser-${userInfo().uid}`),
  );
  const browser = await chromium.launch({
    executablePath: executable,
    env: { ...environment },
    args: [...args],
  });
  const page = await browser.newPage();
  for (const url of [server.url(), `http://localhost:${server.port}/`]) {
    await page.goto(url, { timeout: 10_000 }).catch(() => undefined);
  }
  await page.evaluate(`new WebSocket('ws://127.0.0.1:${server.port}/')`).catch(() => undefined);
  await browser.close();
  await server.stop();
  return server.connections;
}

describe('the second wall, behind the interception of requests', () => {
  it('keeps Chromium from connecting to anything', async () => {
    expect(await connectionsWith(NETWORKLESS_ARGUMENTS)).toBe(0);
  });

  it('is what keeps it: without these arguments it connects', async () => {
    expect(await connectionsWith([])).toBeGreaterThan(0);
  });
});
