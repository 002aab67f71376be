import { type BigIntStats, lstatSync, mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';

/** A folder whose content is run blindly must be ours alone. */
export class UnsafeFolder extends Error {
  constructor(folder: string, why: string) {
    super(`${folder} ${why}. Remove it, or choose another folder: programs are unpacked there and run.`);
  }
}

/**
 * Makes the folder (mode 0700) or checks the one that is there: a real folder, owned by this user, closed to all others. Throws
 * `UnsafeFolder` when somebody else could have put something into it.
 */
export function privateFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const why = whyUnsafe(lstatSync(folder, { bigint: true }));
  if (why !== null) throw new UnsafeFolder(folder, why);
  return folder;
}

function whyUnsafe(stats: BigIntStats): string | null {
  if (stats.isSymbolicLink()) return 'is a symbolic link';
  if (!stats.isDirectory()) return 'is no folder';
  const uid = userInfo().uid;
  // Windows has neither owners nor modes of this kind.
  if (uid === -1) return null;
  if (stats.uid !== BigInt(uid)) return 'belongs to another user';
  return (stats.mode & 0o077n) === 0n ? null : 'can be entered by other users';
}
