import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { RestoreMark } from '../../core/sending/restore.js';

const FILE = 'restore.token';

/** What the data folder remembers of the database, so that an older database is told from the one that was there. Share the folder between machines. */
export class RestoreToken {
  constructor(private readonly dataDir: string) {}

  /** Null where there is none, or none that can be read. */
  async read(): Promise<RestoreMark | null> {
    const text = await readFile(join(this.dataDir, FILE), 'utf8').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    });
    const [token = '', beat = ''] = text.trim().split(' ');
    return token === '' || !/^\d+$/.test(beat) ? null : { token, beat: Number(beat) };
  }

  /** Written whole beside its place and then moved there. */
  async write({ token, beat }: RestoreMark): Promise<void> {
    await mkdir(this.dataDir, { recursive: true });
    const beside = join(this.dataDir, `${FILE}.${process.pid}`);
    const file = await open(beside, 'w', 0o600);
    try {
      await file.writeFile(`${token} ${beat}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, join(this.dataDir, FILE));
  }
}
