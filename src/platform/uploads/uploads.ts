import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { newId } from '../database/id.js';
import type { WorkspaceScope } from '../database/scope.js';
import { AppError } from '../errors/app-error.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import type { FileSource } from '../tables/table.js';

/** A file that has come in whole. */
export interface Upload {
  readonly id: string;
  /** Bytes before packing. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** Bytes of one part before packing: large enough to pack well, small enough that two of them are no memory. */
const PART = 1_048_576;
/** Most bytes a part may unpack to; more is a damaged row. */
const LARGEST_PART = 2 * PART;
/** Fast packing: tables shrink to a fifth, at 100 MB a second. */
const LEVEL = 1;
/** An upload nobody claimed by then broke off, or belongs to a request that was refused. */
const UNCLAIMED_MS = 2 * 3_600_000;

const pack = promisify(deflateRaw);
const unpack = promisify(inflateRaw);

/**
 * Files of any size on their way in: packed part by part into the database, each part in a transaction of its own, so that neither memory
 * nor a lock grows with the file and nothing lies in a folder. What breaks off is removed at once, or by the clock when the process died.
 */
@Injectable()
export class Uploads implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.tick({ name: 'uploads', cron: '12 * * * *', run: () => this.clean() });
  }

  /** Takes a stream in. Throws `request.too_large` past `maxBytes`; whatever breaks it off leaves nothing behind. */
  async receive(
    scope: WorkspaceScope,
    file: { name: string; maxBytes: number },
    stream: AsyncIterable<Buffer>,
  ): Promise<Upload> {
    const id = newId();
    await this.database.inWorkspace(scope, () => this.insert(id, scope, file.name));
    try {
      const whole = await this.takeIn(scope, id, { stream, maxBytes: file.maxBytes });
      await this.database.inWorkspace(scope, () =>
        this.query('update uploads set size = $2, sha256 = $3, received_at = $4 where id = $1', [
          id,
          whole.size,
          Buffer.from(whole.sha256, 'hex'),
          this.clock.now(),
        ]),
      );
      return { id, ...whole };
    } catch (error) {
      await this.remove(scope, id);
      throw error;
    }
  }

  /** Says in the open transaction that an upload is used now; one that is not claimed is removed by the clock. */
  async claim(id: string): Promise<void> {
    await this.query('update uploads set claimed_at = $2 where id = $1', [id, this.clock.now()]);
  }

  /** The bytes of an upload, to be read from anywhere; each part is read in a short transaction. */
  source(scope: WorkspaceScope, upload: { readonly id: string; readonly size: number }): FileSource {
    const part = this.parts(scope, upload.id);
    return {
      size: upload.size,
      async *read(from: number, to: number): AsyncGenerator<Uint8Array, void> {
        const end = Math.min(to, upload.size);
        for (let at = from; at < end; at = (Math.floor(at / PART) + 1) * PART) {
          const partNo = Math.floor(at / PART);
          yield (await part(partNo + 1)).subarray(at - partNo * PART, end - partNo * PART);
        }
      },
    };
  }

  /** Removes the bytes of an upload; what says that it was there stays while something refers to it. */
  async removeParts(scope: WorkspaceScope, id: string): Promise<void> {
    await this.database.inWorkspace(scope, () =>
      this.query('delete from upload_parts where upload_id = $1', [id]),
    );
  }

  /** Removes an upload unless it is used. */
  async remove(scope: WorkspaceScope, id: string): Promise<void> {
    await this.database.inWorkspace(scope, async () => {
      const [unused] = await this.query(
        'select id from uploads where id = $1 and claimed_at is null for update',
        [id],
      );
      if (unused === undefined) return;
      await this.query('delete from upload_parts where upload_id = $1', [id]);
      await this.query('delete from uploads where id = $1', [id]);
    });
  }

  /** Removes uploads that broke off with their process, in every workspace. */
  async clean(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - UNCLAIMED_MS);
    const workspaces = await this.database.inInstallation(() =>
      this.query<{ id: string }>('select workspace_ids() as id', []),
    );
    for (const { id: workspaceId } of workspaces) {
      const left = await this.database.inWorkspace({ workspaceId }, () =>
        this.query<{ id: string }>('select id from uploads where claimed_at is null and created_at < $1', [
          before,
        ]),
      );
      for (const { id } of left) await this.remove({ workspaceId }, id);
    }
  }

  /** One part after another, the last two kept: readers of archives go back and forth between neighbours. */
  private parts(scope: WorkspaceScope, id: string): (partNo: number) => Promise<Buffer> {
    const kept = new Map<number, Promise<Buffer>>();
    return (partNo) => {
      const known = kept.get(partNo) ?? this.part(scope, id, partNo);
      kept.delete(partNo);
      kept.set(partNo, known);
      for (const oldest of kept.keys()) if (kept.size > 2) kept.delete(oldest);
      return known;
    };
  }

  private async part(scope: WorkspaceScope, id: string, partNo: number): Promise<Buffer> {
    const [part] = await this.database.inWorkspace(scope, () =>
      this.query<{ content: Buffer }>(
        'select content from upload_parts where upload_id = $1 and part_no = $2',
        [id, partNo],
      ),
    );
    if (part === undefined) throw new AppError('upload.gone', { id });
    return unpack(part.content, { maxOutputLength: LARGEST_PART });
  }

  private async takeIn(
    scope: WorkspaceScope,
    id: string,
    { stream, maxBytes }: { stream: AsyncIterable<Buffer>; maxBytes: number },
  ): Promise<Omit<Upload, 'id'>> {
    const hash = createHash('sha256');
    let [size, partNo] = [0, 0];
    for await (const bytes of inParts(stream)) {
      size += bytes.length;
      if (size > maxBytes) throw new AppError('request.too_large');
      hash.update(bytes);
      partNo += 1;
      const content = await pack(bytes, { level: LEVEL });
      const at = partNo;
      await this.database.inWorkspace(scope, () =>
        this.query(
          'insert into upload_parts (workspace_id, upload_id, part_no, content) values ($1, $2, $3, $4)',
          [scope.workspaceId, id, at, content],
        ),
      );
    }
    return { size, sha256: hash.digest('hex') };
  }

  private async insert(id: string, scope: WorkspaceScope, name: string): Promise<void> {
    await this.query(
      'insert into uploads (workspace_id, id, file_name, created_by, created_at) values ($1, $2, $3, $4, $5)',
      [scope.workspaceId, id, name, scope.userId ?? null, this.clock.now()],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

/** A stream of chunks of any size as parts of at most one megabyte. */
async function* inParts(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    held.push(chunk);
    size += chunk.length;
    while (size >= PART) {
      const all = Buffer.concat(held);
      yield all.subarray(0, PART);
      held = [all.subarray(PART)];
      size = all.length - PART;
    }
  }
  if (size > 0) yield Buffer.concat(held);
}
