const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

/** Runs the program made by make-script.mjs: `node run-script.cjs <folder>`. What the engine compiled is kept for the next start, half of whose time it saves. */
const file = join(process.argv[2], 'sender.cjs');
const kept = `${file}.compiled`;
const cachedData = existsSync(kept) ? readFileSync(kept) : undefined;
const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`;
const script = new Script(source, { filename: file, cachedData });

globalThis.importFile = (url) => import(url);
/** Called when the program is up. */
globalThis.keepCompiled = () => {
  if (cachedData !== undefined) return;
  writeFileSync(`${kept}.${process.pid}`, script.createCachedData());
  renameSync(`${kept}.${process.pid}`, kept);
};
const module_ = { exports: {} };
script.runInThisContext()(module_.exports, createRequire(file), module_, file, dirname(file));
