#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';

/**
 * The command `linkledger`. It lies among the sources, because npx keeps what it found at its first call: a command that
 * only a build makes would stay unknown. Where nothing was built yet, it is built first.
 */
const program = join(import.meta.dirname, '..', 'dist', 'src', 'cli.js');
try {
  if (!existsSync(program)) await build(['server'], false);
} catch (error) {
  process.stderr.write(`Linkledger could not be built: ${error.message}\n`);
  process.exit(3);
}
await import(pathToFileURL(program).href);
