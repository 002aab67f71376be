import { Injectable } from '@nestjs/common';
import { readAddress } from '../../../core/clients/address.js';
import { fieldsOfRequest } from '../../../core/suggestions/pitch-fields.js';
import {
  type JournalistRequest,
  type RequestsReading,
  readRequests,
} from '../../../core/suggestions/requests.js';
import { Kinds } from '../../../platform/campaign-kinds/kinds.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { AppError } from '../../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../../platform/http/principal.js';
import type { StartedJob } from '../../../platform/http/started-job.dto.js';
import { ProgressJobs } from '../../../platform/jobs/progress-jobs.js';
import { CampaignsService } from '../campaigns.service.js';
import { READ_TASK } from './page-reading.job.js';
import type {
  PageReadingResult,
  PageReadingView,
  PageToRead,
  ReadingState,
  ReadRequest,
  TextReading,
  TextToRead,
} from './suggestions.dto.js';

const LONGEST_TITLE = 200;

/** Reads what a person enters by hand, and proposes what a pitch could say. Nothing is kept but the reading itself. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsService,
    private readonly progress: ProgressJobs,
    private readonly kinds: Kinds,
    private readonly clock: Clock,
  ) {}

  /** Starts reading a page. Throws `campaign.not_found`. */
  readPage(who: Principal, { campaignId, url }: PageToRead): Promise<StartedJob> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const { kind, brandId } = await this.campaigns.one(campaignId);
      const read = readAddress(url);
      const params = { url: read.ok ? read.url : url, kind, brandId, campaignId };
      return { jobId: await this.progress.create({ kind: READ_TASK, params, total: 1 }) };
    });
  }

  /** Throws `suggestion.reading_not_found`. */
  reading(who: Principal, id: string): Promise<PageReadingView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const job = await this.progress.get(id);
      if (job.kind !== READ_TASK) throw new AppError('suggestion.reading_not_found', { id });
      const { state, finished, total } = job;
      const result = state === 'done' ? (job.result as unknown as PageReadingResult) : null;
      return { id, state: state as ReadingState, finished, total, result };
    });
  }

  /** Reads a pasted text at once. Throws `campaign.not_found`, or `suggestion.text_empty`. */
  readText(who: Principal, { campaignId, text }: TextToRead): Promise<TextReading> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const campaign = await this.campaigns.one(campaignId);
      const kind = this.kinds.one(campaign.kind) ?? { fields: [] };
      const reading = readRequests(text, this.clock.now().getTime());
      if (reading.problem === 'empty') throw new AppError('suggestion.text_empty', {});
      const { layout, problem, indexed, source, requests } = reading;
      return {
        layout,
        problem,
        indexed,
        source: source?.value ?? null,
        requests: requests.map((request) => shown(request, reading, kind)),
      };
    });
  }
}

function shown(
  request: JournalistRequest,
  { source }: RequestsReading,
  kind: Parameters<typeof fieldsOfRequest>[0],
): ReadRequest {
  const { no, summary, query, isOverdue, hasCanary } = request;
  const title = summary?.value ?? query?.value.split('\n')[0] ?? '';
  return {
    no,
    title: title.slice(0, LONGEST_TITLE),
    ...saidIn(request),
    isOverdue,
    otherAddresses: [...request.otherAddresses],
    flags: [...request.flags],
    hasCanary,
    fields: fieldsOfRequest(kind, request, source),
  };
}

function saidIn({ outletUrl, category, deadline }: JournalistRequest) {
  const at = deadline?.value.at ?? null;
  return {
    outletUrl: outletUrl?.value ?? null,
    category: category?.value ?? null,
    deadlineAt: at === null ? null : new Date(at),
    deadlineWords: deadline?.value.raw ?? null,
  };
}
