import { execFile } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fromRoot, ROOT } from '../paths.js';
import { privateFolder } from './private-folder.js';

/** An unpacked Chromium and the environment it needs: nothing of ours leaks into it. */
export interface ChromiumFiles {
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
}

const UNPACK = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`;
const UNPACK_LIMIT_MS = 120_000;

/**
 * Unpacks the Chromium from npm into a folder of our own, once per version; half an unpacking is never used. The package
 * unpacks into the temporary folder and brings its libraries (NSS) only where it believes to be on AWS, so it runs in a process
 * of its own that is told both.
 */
export async function chromiumFiles(folder: string): Promise<ChromiumFiles> {
  const home = privateFolder(folder);
  const unpacked = join(home, `chromium-${packageVersion()}-${process.arch}`);
  if (!existsSync(unpacked)) await unpack(home, unpacked);
  privateFolder(unpacked);
  return {
    executable: join(unpacked, 'chromium'),
    environment: {
      HOME: unpacked,
      TMPDIR: privateFolder(join(home, 'tmp')),
      FONTCONFIG_FILE: fontList(unpacked),
      LD_LIBRARY_PATH: join(unpacked, 'al2023', 'lib'),
      PATH: '/usr/bin:/bin',
    },
  };
}

async function unpack(home: string, unpacked: string): Promise<void> {
  const partial = privateFolder(join(home, `unpacking-${process.pid}-${Math.trunc(performance.now())}`));
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', UNPACK], {
      cwd: ROOT,
      env: { TMPDIR: partial, TEMP: partial, HOME: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
      timeout: UNPACK_LIMIT_MS,
    });
    if (!existsSync(unpacked)) renameSync(partial, unpacked);
  } catch (error) {
    // Another process may have been quicker: its folder is as good as ours.
    if (!existsSync(unpacked)) throw error;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/**
 * The list of fonts in the package names folders of another machine. Without any font a page with a field or a foreign script
 * crashes the browser, so ours names the package's fonts where they are, and those of the machine.
 */
function fontList(unpacked: string): string {
  const file = join(unpacked, 'fonts', 'linkledger.conf');
  if (existsSync(file)) return file;
  const folders = [join(unpacked, 'fonts', 'fonts'), '/usr/share/fonts'];
  const lines = folders.map((folder) => `<dir>${folder}</dir>`).join('');
  const cache = `<cachedir>${join(unpacked, 'fonts', 'cache')}</cachedir>`;
  writeFileSync(file, `<?xml version="1.0"?><fontconfig>${lines}${cache}</fontconfig>`);
  return file;
}

function packageVersion(): string {
  const file = fromRoot('node_modules', '@sparticuz', 'chromium', 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
