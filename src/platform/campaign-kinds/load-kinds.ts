import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readKind } from '../../core/campaigns/check-kind.js';
import type { Kind } from '../../core/campaigns/kind.js';

/** Kind files are named by their key: `guest-blogging.js` exports the kind `guest_blogging`. Source files serve the tests. */
const KIND_FILE = /^([a-z]+(?:-[a-z]+)*)\.(?:js|ts)$/;

/**
 * Loads the kinds of a folder, one a file, exported as `kind`, in order of their files. Throws with every fault of every file, because a
 * program that starts without a kind would lose the pitches of its campaigns from sight.
 */
export async function loadKinds(folder: string): Promise<Kind[]> {
  const files = readdirSync(folder).filter((file) => KIND_FILE.test(file));
  const read = await Promise.all(files.sort().map((file) => readFile(folder, file)));
  const faults = read.flatMap((one) => (Array.isArray(one) ? one : []));
  if (faults.length > 0) throw new Error(`Campaign kinds cannot be used:\n${faults.join('\n')}`);
  if (files.length === 0) throw new Error(`There are no campaign kinds in ${folder}.`);
  return read.flatMap((one) => (Array.isArray(one) ? [] : [one]));
}

/** The kind of a file, or its faults, each with the name of the file. */
async function readFile(folder: string, file: string): Promise<Kind | string[]> {
  const path = join(folder, file);
  let module: { readonly kind?: unknown };
  try {
    module = (await import(pathToFileURL(path).href)) as { readonly kind?: unknown };
  } catch (error) {
    return [`${path}: cannot be read: ${error instanceof Error ? error.message : String(error)}`];
  }
  const read = readKind(module.kind);
  if (!read.ok) return read.problems.map(({ code, at }) => `${path}: ${code} at ${at === '' ? 'kind' : at}`);
  const expected = file.replace(KIND_FILE, '$1').replaceAll('-', '_');
  return read.kind.key === expected ? read.kind : [`${path}: its key is ${read.kind.key}, not ${expected}`];
}
