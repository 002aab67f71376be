import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson } from '../../core/reports/canonical.js';
import { type ReportContent, reportContent } from '../../core/reports/content.js';
import { monthOf } from '../../core/reports/month.js';
import { isUnknown, sectionOf, standingOf } from '../../core/reports/standing.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { TeamService } from '../access/team.service.js';
import { type FoundPlacement, ReportFactsQuery } from './report-facts.query.js';
import type { ReportChecks } from './reports.dto.js';
import { type ReportRecord, ReportsRepository } from './reports.repository.js';

/** A draft put together from what is known now. */
export interface BuiltReport {
  readonly content: ReportContent;
  readonly checks: ReportChecks;
  /** Placements of the report whose page can be looked at. */
  readonly checkable: readonly string[];
}

type Drafted = Pick<
  ReportRecord,
  'clientId' | 'month' | 'locale' | 'comment' | 'replacesSentAt' | 'checksAskedAt'
>;

/** Builds drafts from fresh facts, and reads what was sent, in the open transaction. */
@Injectable()
export class ReportBuilding {
  constructor(
    private readonly reports: ReportsRepository,
    private readonly facts: ReportFactsQuery,
    private readonly team: TeamService,
    private readonly clock: Clock,
  ) {}

  /** A draft as it would be sent now. */
  async build(draft: Drafted): Promise<BuiltReport> {
    const now = this.clock.now();
    const { name: team, timeZone } = await this.team.workspace();
    const client = await this.reports.client(draft.clientId);
    if (client === null) throw new AppError('client.not_found', { id: draft.clientId });
    const month = monthOf(draft.month, timeZone);
    const found = await this.facts.ofMonth(draft.clientId, month, { now, timeZone });
    const shown = found.filter(({ facts }) => sectionOf(facts, month) !== null);
    const { locale, comment, replacesSentAt } = draft;
    const content = reportContent(
      {
        ...{ locale, timeZone, client: client.name, team, logo: client.logo, comment },
        madeAt: now.toISOString(),
        replaces: replacesSentAt === null ? null : { sentAt: replacesSentAt.toISOString() },
      },
      month,
      { placements: shown.map(({ facts }) => facts), agreed: await this.facts.goals(draft.clientId, month) },
    );
    const checkable = shown.filter((one) => one.isCheckable);
    const checks = checksOf(checkable, draft.checksAskedAt);
    return { content, checks, checkable: checkable.map(({ id }) => id) };
  }

  /** What was sent, exactly. Throws where it is not what its hash says: nothing may have changed it. */
  async sent(id: string): Promise<ReportContent> {
    const sent = await this.reports.sent(id);
    if (sent === null) throw new AppError('report.not_found', { id });
    if (contentHash(sent.content).toString('hex') !== sent.sha256)
      throw new Error(`report ${id} is not what was sent`);
    return sent.content;
  }
}

/** SHA-256 of what a report says. */
export function contentHash(content: ReportContent): Buffer {
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest();
}

function checksOf(placements: readonly FoundPlacement[], askedAt: Date | null): ReportChecks {
  const since = askedAt?.getTime() ?? null;
  const isFresh = ({ facts }: FoundPlacement) =>
    since !== null && facts.checkedAt !== null && facts.checkedAt >= since;
  const fresh = placements.filter(isFresh).length;
  return {
    askedAt,
    total: placements.length,
    fresh,
    waiting: since === null ? 0 : placements.length - fresh,
    unknown: placements.filter(({ facts }) => isUnknown(standingOf(facts))).length,
  };
}
