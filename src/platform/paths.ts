import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The checkout's root: the nearest folder above the started program (or the working folder) that holds our package.json. */
export const ROOT = findRoot([process.argv[1] ?? '', process.cwd()]);

function findRoot(starts: readonly string[]): string {
  for (const start of starts) {
    for (let folder = start; folder !== dirname(folder) && folder !== ''; folder = dirname(folder)) {
      if (isOurs(join(folder, 'package.json'))) return folder;
    }
  }
  return process.cwd();
}

function isOurs(file: string): boolean {
  if (!existsSync(file)) return false;
  const parsed = JSON.parse(readFileSync(file, 'utf8')) as { name?: string };
  return parsed.name === 'linkledger';
}

/** Absolute path of a file of the checkout, e.g. `fromRoot('templates')`. */
export function fromRoot(...parts: string[]): string {
  return join(ROOT, ...parts);
}

/** Absolute path of a compiled source, for worker threads and child processes, e.g. `compiled('platform/html/parse-worker.js')`. */
export function compiled(source: string): string {
  return join(ROOT, 'dist', 'src', source);
}
