/** `npm run bench -- <name>`: runs one measurement of this folder. */
const BENCHES = {
  verify: () => import('./verify.mjs'),
  'placements-list': () => import('./placements-list.mjs'),
  'prospects-list': () => import('./prospects-list.mjs'),
  checks: () => import('./checks.mjs'),
  'contacts-list': () => import('./contacts-list.mjs'),
  import: () => import('./import.mjs'),
  'relationships-list': () => import('./relationships-list.mjs'),
  'publishers-list': () => import('./publishers-list.mjs'),
  scroll: () => import('./scroll.mjs'),
  board: () => import('./board.mjs'),
  'link-intake': () => import('./link-intake.mjs'),
};

const name = process.argv[2] ?? '';
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
if (bench === undefined) {
  process.stderr.write(`Usage: npm run bench -- ${Object.keys(BENCHES).join('|')}\n`);
  process.exitCode = 2;
} else {
  await (await bench()).run(process.argv.slice(3));
}
