import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';

/** Builds and starts the server anew whenever a source changes, and serves the interface by Vite at port 5173. */
const root = join(import.meta.dirname, '..');
const SETTLE_MS = 300;
let server = null;
let timer = null;
let turn = Promise.resolve();

spawn(process.execPath, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'web'], {
  cwd: root,
  stdio: 'inherit',
});
for (const folder of ['src', 'migrations']) watch(join(root, folder), { recursive: true }, soon);
soon();

/** Editors write in several steps: wait until they are through. */
function soon() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    turn = turn.then(again);
  }, SETTLE_MS);
}

/** A source with a mistake keeps the server that ran before it. */
async function again() {
  try {
    await build(['server'], false);
  } catch {
    return;
  }
  await stopped();
  const start = `import(${JSON.stringify(join(root, 'dist', 'src', 'main.js'))}).then((main) => main.start({ worker: true }))`;
  server = spawn(process.execPath, ['--enable-source-maps', '-e', start], { cwd: root, stdio: 'inherit' });
}

function stopped() {
  if (server === null || server.exitCode !== null) return Promise.resolve();
  return new Promise((done) => {
    server.once('exit', done);
    server.kill('SIGTERM');
  });
}
