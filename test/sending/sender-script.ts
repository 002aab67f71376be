import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fromRoot } from '../../src/platform/paths.js';

/** Another place of the built program, for those who work on it. */
const DIST = process.env['SENDER_DIST'] ?? fromRoot('dist');

let made: Promise<readonly string[]> | null = null;

/** The program to be killed as one script, made from the built program once a run; answers what node is to run. */
export function senderProgram(): Promise<readonly string[]> {
  made ??= bundle();
  return made;
}

async function bundle(): Promise<readonly string[]> {
  const cache = fromRoot('node_modules', '.cache', 'linkledger');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'sender-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const script = fromRoot('test', 'sending', 'make-script.mjs');
  await promisify(execFile)(process.execPath, [script, fromRoot(), DIST, folder]);
  return [fromRoot('test', 'sending', 'run-script.cjs'), folder];
}
