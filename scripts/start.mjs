import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, isBuilt } from './build.mjs';

const program = join(import.meta.dirname, '..', 'dist', 'src', 'main.js');
const parts = ['server', 'web'];

if (!parts.every(isBuilt) && !isRunning()) {
  if (process.stderr.isTTY) process.stderr.write('Building, this takes about half a minute ...\n');
  try {
    await build(parts, false);
  } catch (error) {
    process.stderr.write(`Linkledger could not be built: ${error.message}\n`);
    process.exit(1);
  }
}
const { start } = await import(program);
await start({ worker: true });

/** A running program keeps its build: it is told of by its own `start`, and nothing is replaced under its feet. */
function isRunning() {
  if (!existsSync(program)) return false;
  const ask = `import(${JSON.stringify(program)}).then((main) => main.isRunning()).then((is) => process.exit(is ? 0 : 1), () => process.exit(1))`;
  return spawnSync(process.execPath, ['-e', ask], { stdio: 'ignore' }).status === 0;
}
