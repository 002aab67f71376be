import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { chromiumFiles } from '../../src/platform/browser/chromium-files.js';

/** Starts the Chromium that comes from npm, unpacked once per user; it may talk to loopback only. */
export async function startChromium(): Promise<Browser> {
  const folder = join(tmpdir(), `linkledger-journeys-${userInfo().uid}`);
  const { executable, environment } = await chromiumFiles(folder);
  return chromium.launch({
    executablePath: executable,
    chromiumSandbox: false,
    args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
    env: { ...environment, FONTCONFIG_FILE: fontsOf(environment['HOME'] ?? folder) },
  });
}

/** The package's own list of fonts names folders of a machine we are not on; without any font Chromium crashes. */
function fontsOf(unpacked: string): string {
  const folder = join(unpacked, 'fonts');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'journeys.conf');
  const folders = [join(folder, 'fonts'), '/usr/share/fonts'].map((one) => `<dir>${one}</dir>`).join('');
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${folder}/cache</cachedir></fontconfig>`,
  );
  return file;
}
