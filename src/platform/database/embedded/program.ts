import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { environmentForServer } from '../../config/child-environment.js';
import type { Place } from './place.js';

/** Runs a program of the server's package as the server's account. Rejects with what it wrote when it fails. */
export function runProgram(
  place: Place,
  program: 'initdb' | 'pg_ctl',
  args: readonly string[],
): Promise<void> {
  const account = place.account === null ? {} : { uid: place.account.uid, gid: place.account.gid };
  return new Promise((done, fail) => {
    execFile(
      join(place.native, 'bin', program),
      args,
      { ...account, cwd: '/', env: environmentForServer(), windowsHide: true },
      (error, stdout, stderr) => {
        if (error === null) done();
        else
          fail(
            new Error(`${program} failed: ${`${stderr}${stdout}`.trim() || error.message}`, { cause: error }),
          );
      },
    );
  });
}
