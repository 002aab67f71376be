import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withLock } from './lock.mjs';

const root = join(import.meta.dirname, '..');
const at = (...parts) => join(root, ...parts);

/** The two halves of `dist`: what each is made of, and where its outputs lie. */
const PARTS = {
  server: {
    sources: [
      'src',
      'migrations',
      'tsconfig.json',
      'tsconfig.build.json',
      'nest-cli.json',
      'package-lock.json',
    ],
    outputs: ['src', 'migrations'],
    make: makeServer,
  },
  web: {
    sources: ['web', 'src/core', 'package-lock.json'],
    outputs: ['web'],
    make: makeWeb,
  },
};

const DRAFT = '.making-';

/** Whether `dist` was built from the sources as they are now. An installation without sources is built by nature. */
export function isBuilt(part) {
  if (!existsSync(at('src'))) return true;
  const mark = at('dist', `.${part}-hash`);
  return existsSync(mark) && readFileSync(mark, 'utf8') === hashOf(part);
}

/**
 * Builds the parts that are not up to date. Each is made in a folder of its own and moved into `dist` by renames under a
 * lock, so that a start at the same time waits, a build that fails leaves the old one, and a kill halfway the old one or none.
 */
export async function build(parts, show) {
  if (parts.every(isBuilt)) return;
  mkdirSync(at('node_modules', '.cache'), { recursive: true });
  await withLock(at('node_modules', '.cache', 'linkledger-build.lock'), async () => {
    for (const part of parts) if (!isBuilt(part)) await buildPart(part, show);
  });
}

async function buildPart(part, show) {
  const hash = hashOf(part);
  removeDrafts();
  const draft = at('dist', `${DRAFT}${part}-${process.pid}`);
  try {
    await PARTS[part].make(draft, show);
    rmSync(at('dist', `.${part}-hash`), { force: true });
    for (const output of PARTS[part].outputs) swap(join(draft, output), at('dist', output));
    writeFileSync(at('dist', `.${part}-hash`), hash);
  } finally {
    removeDrafts();
  }
}

/**
 * Drafts of this build and of builds that were killed; we hold the lock. A killed build's compiler may still be writing
 * its own draft: what cannot be removed now is removed by the next build.
 */
function removeDrafts() {
  mkdirSync(at('dist'), { recursive: true });
  for (const name of readdirSync(at('dist')).filter((entry) => entry.startsWith(DRAFT))) {
    try {
      rmSync(at('dist', name), { recursive: true, force: true });
    } catch {}
  }
}

/** Two renames: the time without the folder is too short to notice, and never half a folder is there. */
function swap(fresh, place) {
  const old = `${place}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, old);
  renameSync(fresh, place);
  rmSync(old, { recursive: true, force: true });
}

/** `nest build` knows no output folder: it gets a project file of its own. Types are checked; with faults it fails. */
async function makeServer(draft, show) {
  const project = `${draft}.json`;
  const settings = {
    extends: at('tsconfig.build.json'),
    compilerOptions: { outDir: draft, rootDir: root },
    include: [at('src'), at('migrations')],
    exclude: [at('src', '**', '*.spec.ts')],
  };
  writeFileSync(project, JSON.stringify(settings));
  await run(['@nestjs/cli/bin/nest.js', 'build', '-p', relative(root, project)], show);
}

async function makeWeb(draft, show) {
  await run(['vite/bin/vite.js', 'build', 'web', '--outDir', join(draft, 'web'), '--emptyOutDir'], show);
}

/** Runs a tool of a package with this Node. Its words are shown at once, or only if it fails. */
function run([tool, ...args], show) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [at('node_modules', tool), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const words = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => (show ? process.stderr.write(text) : words.push(text)));
    }
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) return done();
      process.stderr.write(Buffer.concat(words));
      fail(new Error(`${tool} failed (${code})`));
    });
  });
}

function hashOf(part) {
  const hash = createHash('sha256');
  for (const file of PARTS[part].sources.flatMap(filesOf))
    hash.update(relative(root, file)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

function filesOf(source) {
  const path = at(source);
  if (!existsSync(path)) return [];
  if (/\.\w+$/.test(source)) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.spec\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const asked = process.argv.slice(2).filter((name) => name in PARTS);
  await build(asked.length === 0 ? Object.keys(PARTS) : asked, true).catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
