import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { browserFolder } from '../../platform/browser/browser-folder.js';
import { PageRenderer } from '../../platform/browser/page-renderer.js';
import { Config } from '../../platform/config/config.js';
import { PageFetcher } from '../../platform/fetch/page-fetcher.js';
import {
  type HtmlReader,
  type HtmlReading,
  type HtmlSource,
  Parse5Reader,
} from '../../platform/html/html-reader.js';

/** What reads pages: threads with parse5, which start with the first page, and a browser for those that need one. */
@Injectable()
export class VisitTools implements HtmlReader, OnApplicationShutdown {
  readonly renderer: PageRenderer;
  private threads: Parse5Reader | null = null;

  constructor(
    config: Config,
    private readonly fetcher: PageFetcher,
  ) {
    this.renderer = new PageRenderer({ folder: browserFolder(config.dataDir), fetcher });
  }

  read(bytes: Uint8Array, source: HtmlSource): Promise<HtmlReading> {
    this.threads ??= new Parse5Reader();
    return this.threads.read(bytes, source);
  }

  async close(): Promise<void> {
    await this.threads?.close();
    await this.renderer.close();
    await this.fetcher.close();
  }

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }
}
