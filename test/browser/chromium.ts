import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { chromiumFiles } from '../../src/platform/browser/chromium-files.js';

/** A browser on a busy machine misses a moment now and then: a journey that fails is walked once more, and its first fault is printed. */
jest.retryTimes(1, { logErrorsBeforeRetry: true });

/** Starts the Chromium that comes from npm, unpacked once per user; it may talk to loopback only. */
export async function startChromium(): Promise<Browser> {
  const folder = join(tmpdir(), `linkledger-journeys-${userInfo().uid}`);
  const { executable, environment } = await chromiumFiles(folder);
  return chromium.launch({
    executablePath: executable,
    chromiumSandbox: false,
    args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
    env: { ...environment },
  });
}
