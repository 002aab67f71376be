import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** A table of the backup: its columns in the order of each line, and the file its rows lie in. */
export interface BackedUpTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  /** SHA-256 of the file, in hexadecimal digits. */
  readonly sha256: string;
}

/** What a backup holds, and what its files must be like. */
export interface Manifest {
  readonly format: 1;
  /** The moment the snapshot was taken. */
  readonly at: string;
  readonly migrations: readonly string[];
  readonly partitions: readonly { readonly name: string; readonly parent: string; readonly bound: string }[];
  readonly tables: readonly BackedUpTable[];
  /** Background work that was waiting. */
  readonly jobs: BackedUpTable;
}

export const MANIFEST_FILE = 'manifest.json';

/** The manifest of a backup. Throws with a sentence for the operator where the folder holds none that can be read. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST_FILE), 'utf8').catch(() => {
    throw new Error(`${folder} is no backup: it has no ${MANIFEST_FILE}.`);
  });
  const manifest = JSON.parse(text) as Manifest;
  if ((manifest.format as number) !== 1)
    throw new Error(`The backup in ${folder} was made by a newer version of Linkledger.`);
  return manifest;
}

/** Compares every file with its checksum. Throws with the names of those that are not what was written. */
export async function verifyFiles(folder: string, manifest: Manifest): Promise<void> {
  const wrong: string[] = [];
  for (const { file, sha256 } of [...manifest.tables, manifest.jobs]) {
    const found = await checksum(join(folder, file)).catch(() => 'missing');
    if (found !== sha256) wrong.push(file);
  }
  if (wrong.length > 0)
    throw new Error(
      `The backup is damaged: ${wrong.join(', ')} ${wrong.length === 1 ? 'is' : 'are'} not what was written.`,
    );
}

async function checksum(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
