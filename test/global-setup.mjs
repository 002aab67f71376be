import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformFileSync } from '@swc/core';
import pg from 'pg';

const root = join(import.meta.dirname, '..');

/** What the set-up itself needs of our source. */
const SOURCES = [
  'src/platform/config',
  'src/platform/database',
  'src/platform/clock',
  'src/platform/errors',
  'src/platform/paths.ts',
  'migrations',
];

/**
 * One PostgreSQL for every run of the tests of this checkout, and in it a migrated template that each spec file clones.
 * The server stays as long as a run is connected; its files stay, so the next start takes a moment.
 */
export default async function setUp() {
  const sources = SOURCES.flatMap(filesOf).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
  );
  const compiled = compile(sources);
  const load = (path) => import(pathToFileURL(join(compiled, path)).href);
  const { EmbeddedServer } = await load('src/platform/database/embedded/server.js');
  const { embeddedDatabase } = await load('src/platform/database/addresses.js');
  const { loadMigrations, migrateUp } = await load('src/platform/database/migrations.js');

  const home = join(tmpdir(), `linkledger-test-${userInfo().uid}-${digest([root])}`);
  const server = await EmbeddedServer.start(home, { fast: true });
  const keeper = new pg.Client({ connectionString: server.superuserUrl('postgres') });
  keeper.on('error', () => undefined);
  await keeper.connect();
  await keeper.query(`select pg_advisory_lock(hashtext('linkledger.test-template'))`);
  const schema = sources.filter((file) => file.startsWith('migrations/') || file.endsWith('roles.ts'));
  const template = `template_${digest(schema.map((file) => readFileSync(join(root, file))))}`;
  await removeLeftovers(keeper, template);
  const addresses = await embeddedDatabase(server, template);
  if (!(await isReady(keeper, template))) {
    await migrateUp(addresses.ownerUrl, addresses.appUrl, await loadMigrations(join(compiled, 'migrations')));
    await makePartitions(addresses.ownerUrl);
    await keeper.query(`comment on database ${template} is 'ready'`);
  }
  await keeper.query(`select pg_advisory_unlock(hashtext('linkledger.test-template'))`);
  process.env.TEST_CLUSTER = JSON.stringify({
    adminUrl: server.superuserUrl('postgres'),
    appUrl: addresses.appUrl,
    ownerUrl: addresses.ownerUrl,
    template,
  });
  globalThis.testCluster = { server, keeper };
}

/** Two years of partitions, so that a test's clock may stand anywhere in 2026 and 2027. */
async function makePartitions(ownerUrl) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`select ensure_partitions('2026-01-01T00:00:00Z', 24)`);
  await owner.end();
}

async function isReady(keeper, template) {
  const asked = await keeper.query(
    `select shobj_description(oid, 'pg_database') = 'ready' as ready from pg_database where datname = $1`,
    [template],
  );
  return asked.rows[0]?.ready === true;
}

/** Clones of runs that are gone, templates of an older schema nobody clones any more, and a template left half made. */
async function removeLeftovers(keeper, template) {
  const known = await keeper.query(
    `select datname, shobj_description(oid, 'pg_database') = 'ready' as ready from pg_database where datname ~ '^(spec|template)_'`,
  );
  for (const { datname, ready } of known.rows) {
    const deadRun = datname.startsWith('spec_') && !isAlive(Number(datname.split('_')[1]));
    if (deadRun || (datname === template && !ready))
      await keeper.query(`drop database if exists ${datname} with (force)`);
  }
  const templates = known.rows.filter(
    (row) => row.datname.startsWith('template_') && row.datname !== template,
  );
  for (const { datname } of templates.slice(0, -5))
    await keeper.query(`drop database if exists ${datname}`).catch(() => undefined);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Our TypeScript as ES modules in a folder named by its content, under node_modules so that packages are found. */
function compile(sources) {
  const target = join(
    root,
    'node_modules',
    '.cache',
    'linkledger',
    digest(sources.map((file) => readFileSync(join(root, file)))),
  );
  const draft = `${target}-${process.pid}`;
  for (const file of sources) {
    const { code } = transformFileSync(join(root, file), {
      swcrc: false,
      module: { type: 'es6' },
      jsc: {
        target: 'es2022',
        keepClassNames: true,
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
      },
    });
    const output = join(draft, file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(output), { recursive: true });
    writeFileSync(output, code);
  }
  writeFileSync(join(draft, 'package.json'), '{ "type": "module" }');
  try {
    renameSync(draft, target);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return target;
}

function filesOf(path) {
  if (path.endsWith('.ts')) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

function digest(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 12);
}
