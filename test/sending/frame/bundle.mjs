import { join } from 'node:path';
import { build } from 'vite';

/** Makes the sender of the tests one file: `node bundle.mjs <root> <dist> <folder>` writes `<folder>/sender.mjs`. */
const [root, dist, folder] = process.argv.slice(2);
/** Loaded at run time, as they are. */
const external = ['pg', 'imapflow', 'nodemailer', 'pino', 'reflect-metadata'];
/** What stands in for the frame around the sender. */
const alias = [
  [/^@nestjs\/common$/, 'nest'],
  [/^typeorm$/, 'typeorm'],
  [/^imapflow$/, 'imapflow'],
  [/^undici$/, 'undici'],
  [/^.*platform\/config\/config\.js$/, 'config'],
  [/^\.\/config\.js$/, 'config'],
  [/^.*prospects\/conflict\.service\.js$/, 'conflict'],
].map(([find, name]) => ({ find, replacement: join(root, 'test', 'sending', 'frame', `${name}.mjs`) }));

await build({
  configFile: false,
  logLevel: 'error',
  root,
  ssr: { noExternal: true, external },
  resolve: { alias: [...alias, { find: /^@dist\//, replacement: `${dist}/src/` }] },
  build: {
    ssr: join(root, 'test', 'sending', 'sender-worker.mjs'),
    outDir: folder,
    minify: false,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'sender.mjs' } },
  },
});
