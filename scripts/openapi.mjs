import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';

/** Writes `docs/openapi.json`; with --check only says whether it is up to date. */
const root = join(import.meta.dirname, '..');
const file = join(root, 'docs', 'openapi.json');

await build(['server'], false);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { openApiText } = await import('../dist/src/openapi.js');
const fresh = await openApiText(version);
if (!process.argv.includes('--check')) {
  writeFileSync(file, fresh);
} else if (readFileSync(file, 'utf8') !== fresh) {
  process.stderr.write(
    'docs/openapi.json is not what the program answers: run "npm run openapi" and commit it.\n',
  );
  process.exit(1);
}
process.exit(0);
