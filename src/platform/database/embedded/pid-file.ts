import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Port of the server that wrote `postmaster.pid`, or null where none did or it is still being written. */
export function portInPidFile(data: string): number | null {
  const port = Number(linesOf(data)[3]);
  return Number.isInteger(port) && port > 0 ? port : null;
}

/**
 * Removes a `postmaster.pid` whose process is no PostgreSQL on this folder. After a kill -9 the number may belong to
 * another program by now (always so in containers), and PostgreSQL would refuse to start because of it.
 */
export function removeStalePidFile(data: string): void {
  const pid = Number(linesOf(data)[0]);
  if (Number.isInteger(pid) && pid > 0 && !commandOf(pid).includes(data))
    rmSync(join(data, 'postmaster.pid'), { force: true });
}

function linesOf(data: string): string[] {
  const file = join(data, 'postmaster.pid');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
}

/** Command line of a process; empty where it is gone, or dead and not yet collected by its parent. */
function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
