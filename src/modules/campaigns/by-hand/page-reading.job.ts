import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Kind } from '../../../core/campaigns/kind.js';
import type { PageSight } from '../../../core/suggestions/dead-sight.js';
import type { MentionedBrand } from '../../../core/suggestions/mentions.js';
import { fieldsOfPage, readingAims } from '../../../core/suggestions/pitch-fields.js';
import { Kinds } from '../../../platform/campaign-kinds/kinds.js';
import { Database } from '../../../platform/database/database.js';
import { type ProgressJob, scopeOfJob } from '../../../platform/jobs/progress-job.js';
import { ProgressJobs } from '../../../platform/jobs/progress-jobs.js';
import { type JobResult, ProgressTasks } from '../../../platform/jobs/progress-tasks.js';
import { BrandNames } from './brand-names.query.js';
import { type PageLook, PageLooks } from './page-looks.js';
import { PageReader, type ReadPage } from './page-reader.js';
import type { LookedLink, PageReadingResult } from './suggestions.dto.js';

/** Name of the background task that reads a page for a campaign. */
export const READ_TASK = 'suggestions.read_page';

/** Reads a page a person named, and looks at its links where the campaign replaces dead ones. Nothing is made of it yet. */
@Injectable()
export class PageReadingJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly tasks: ProgressTasks,
    private readonly progress: ProgressJobs,
    private readonly looks: PageLooks,
    private readonly reader: PageReader,
    private readonly brands: BrandNames,
    private readonly kinds: Kinds,
  ) {}

  onModuleInit(): void {
    this.tasks.whole(READ_TASK, (job, { signal }) => this.read(job, signal));
  }

  private async read(job: ProgressJob, stop: AbortSignal): Promise<JobResult> {
    const { url, kind: key, brandId } = job.params as { url: string; kind: string; brandId: string };
    const kind = this.kinds.one(key);
    const look = await this.looks.one(url, stop);
    refuseStopped(look.isStopped);
    await this.step(job, { finished: 1 });
    const brand = await this.database.inWorkspace(scopeOfJob(job), () => this.brands.of(brandId));
    const page = kind === null ? null : await this.content(look, kind, brand);
    if (page === null || kind === null) return notRead(url, look.sight);
    const pageUrl = look.visit?.finalUrl ?? url;
    const links = await this.lookAtLinks(job, page, stop);
    return readResult({ kind, page, links, pageUrl, status: look.sight.status });
  }

  private async content(
    { sight, visit, body }: PageLook,
    kind: Kind,
    brand: MentionedBrand,
  ): Promise<ReadPage | null> {
    if (body === null || visit?.finalUrl === null || visit === null || sight.answer !== 'answers')
      return null;
    const { contentType, finalUrl } = visit;
    return this.reader.read({ bytes: body, contentType, url: finalUrl, aims: readingAims(kind), brand });
  }

  private async lookAtLinks(job: ProgressJob, { links }: ReadPage, stop: AbortSignal): Promise<LookedLink[]> {
    const sights = new Map<string, PageSight>();
    await this.step(job, { total: 1 + links.length });
    const urls = links.map((link) => link.url);
    await this.looks.many(urls, stop, async (url, sight) => {
      sights.set(url, sight);
      await this.step(job, { finished: 1 });
    });
    refuseStopped(stop.aborted);
    return links.map((link) => ({ ...link, ...(sights.get(link.url) ?? UNKNOWN) }));
  }

  private step(job: ProgressJob, steps: { finished?: number; total?: number }): Promise<void> {
    return this.database.inWorkspace(scopeOfJob(job), () => this.progress.advance(job.id, steps));
  }
}

const UNKNOWN: PageSight = { answer: 'unknown', status: null, finding: null };

interface Read {
  readonly kind: Kind;
  readonly page: ReadPage;
  readonly links: LookedLink[];
  readonly pageUrl: string;
  readonly status: number | null;
}

function readResult({ kind, page, links, pageUrl, status }: Read): JobResult {
  const { facts, mentions, guidelines } = page;
  const result: PageReadingResult = {
    isRead: true,
    status,
    finding: null,
    pageUrl,
    language: facts.language?.value ?? null,
    fields: fieldsOfPage(kind, { url: pageUrl, facts, mentions, guidelines }),
    links,
    mention:
      mentions === null
        ? null
        : { ...mentions, mentions: [...mentions.mentions], links: [...mentions.links] },
    address: guidelines?.address?.value ?? null,
  };
  return { ...result };
}

function notRead(url: string, { status, finding, answer }: PageSight): JobResult {
  const result: PageReadingResult = {
    isRead: false,
    status,
    finding: finding ?? (answer === 'answers' ? 'not_html' : null),
    pageUrl: url,
    language: null,
    fields: [],
    links: [],
    mention: null,
    address: null,
  };
  return { ...result };
}

function refuseStopped(isStopped: boolean): void {
  if (isStopped) throw new Error('the worker is stopping; the job goes on at the next attempt');
}
