import { accessSync, constants, mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * Where the browser is unpacked for this user: below the data folder, or below the temporary folder when that one may not be
 * written. Whether it is safe to use is checked by `privateFolder`.
 */
export function browserFolder(dataDir: string): string {
  const { uid } = userInfo();
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    return join(dataDir, `browser-${uid}`);
  } catch {
    return join(tmpdir(), `linkledger-browser-${uid}`);
  }
}
