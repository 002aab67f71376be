import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type AuthoritySource } from '../../core/sites/authority.js';
import { Config } from '../../platform/config/config.js';
import { AppError } from '../../platform/errors/app-error.js';
import { systemResolver } from '../../platform/fetch/dns-resolver.js';
import { StreamDownload } from '../../platform/fetch/stream-download.js';
import { userAgent } from '../../platform/fetch/user-agent.js';

/** A list that is open for reading. */
export interface OpenList {
  readonly body: Readable;
  /** The path, or the address it came from in the end; its name tells the edition. */
  readonly place: string;
  readonly modifiedAt: Date | null;
}

/** Where the operator's open lists are: files of this machine, or addresses under the guard of pages. */
@Injectable()
export class AuthoritySources implements OnModuleDestroy {
  private readonly download: StreamDownload;

  constructor(private readonly config: Config) {
    this.download = new StreamDownload({
      resolve: systemResolver(),
      allow: config.fetchAllow,
      userAgent: userAgent(config.botUrl),
    });
  }

  onModuleDestroy(): Promise<void> {
    return this.download.close();
  }

  /** The path or address the settings name; empty where they name none. */
  place(source: AuthoritySource): string {
    return source === 'tranco' ? this.config.trancoList : this.config.authorityRanks;
  }

  /** Throws `authority.unreachable` with a word for why. */
  async open(source: AuthoritySource, signal: AbortSignal): Promise<OpenList> {
    const place = this.place(source);
    return /^https?:\/\//i.test(place) ? this.openAddress(place, signal) : openFile(place);
  }

  private async openAddress(address: string, signal: AbortSignal): Promise<OpenList> {
    const result = await this.download.open(address, signal);
    if (!result.ok) {
      const reason = result.status === null ? result.failure.code : `status_${result.status}`;
      throw new AppError('authority.unreachable', { reason });
    }
    const { body, modifiedAt } = result.download;
    // Lists are often redirected to a store whose addresses say nothing; the one the operator wrote names the edition.
    return { body, modifiedAt, place: address };
  }
}

async function openFile(path: string): Promise<OpenList> {
  try {
    const { mtime } = await stat(path);
    const body = createReadStream(path, { highWaterMark: 256 * 1024 });
    await new Promise((opened, failed) => body.once('open', opened).once('error', failed));
    return { body, place: path, modifiedAt: mtime };
  } catch (error) {
    throw new AppError('authority.unreachable', { reason: 'no_file' }, { cause: error });
  }
}
