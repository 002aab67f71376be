import { Injectable } from '@nestjs/common';
import { sentenceOf } from '../../core/placements/sentence.js';
import type { Finding } from '../../core/verifier/verdict.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { cursorText, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { type ListQuery, pageOf, totalOf } from '../../platform/http/list.dto.js';
import { findingSentence, type Locale } from '../../platform/i18n/catalogue.js';
import { eventSentence } from '../../platform/i18n/event-texts.js';
import { placementSentence } from '../../platform/i18n/placement-texts.js';
import type {
  FindingView,
  MemoryView,
  PlacementDetail,
  SentenceView,
  Timeline,
} from './placement-detail.dto.js';
import { type CheckOfPlacement, type DetailRecord, PlacementDetails } from './placement-detail.query.js';
import { PlacementLists } from './placement-list.query.js';
import { rowOf } from './placement-record.js';
import type { PlacementRow } from './placement-row.dto.js';
import { readMemory } from './stored-memory.js';
import { TermSourcesRepository } from './term-sources.repository.js';

/** The page of one placement. */
@Injectable()
export class PlacementDetailService {
  constructor(
    private readonly database: Database,
    private readonly details: PlacementDetails,
    private readonly lists: PlacementLists,
    private readonly sources: TermSourcesRepository,
    private readonly clock: Clock,
  ) {}

  /** Throws `placement.not_found`. */
  get(scope: WorkspaceScope, id: string, locale: Locale): Promise<PlacementDetail> {
    return this.database.inWorkspace(scope, async () => {
      const record = await this.details.record(id);
      if (record === null) throw new AppError('placement.not_found', { id });
      const { today, timeZone } = await this.lists.moments();
      const row = rowOf(record, today);
      const check = record.last_check_id === null ? null : await this.details.check(record.last_check_id);
      const targetPage =
        record.target_page_id === null ? null : await this.details.targetPage(record.target_page_id);
      const findings = standing(check, record);
      return {
        ...row,
        notes: record.notes,
        labellingAgreed: record.labelling_agreed,
        closeReason: record.close_reason,
        replacedById: record.replaced_by_id,
        replacesId: record.replaces_id,
        termSources: await this.sources.ofPlacement(id),
        findings: findings.map((finding) => findingView(finding, locale)),
        sentence: this.sentence(row, record, findings, { locale, timeZone }),
        lastCheck: check === null ? null : checkView(check),
        targetPage,
        memory: memoryView(record),
      };
    });
  }

  /** What happened to a placement, newest first. Throws `placement.not_found`. */
  timeline(scope: WorkspaceScope, id: string, asked: ListQuery, locale: Locale): Promise<Timeline> {
    const before =
      asked.cursor === undefined ? null : cursorText(readCursor(asked.cursor, 'timeline', 1)[0], UUID_FORM);
    return this.database.inWorkspace(scope, async () => {
      if ((await this.lists.byIds([id])).length === 0) throw new AppError('placement.not_found', { id });
      const events = await this.details.timeline(id, before, asked.limit);
      const { shown, nextCursor } = pageOf(events, asked.limit, (last) => writeCursor('timeline', [last.id]));
      const items = shown.map((event) => ({
        ...event,
        message: eventSentence(event.kind, event.params, locale),
      }));
      return { items, nextCursor, ...totalOf(await this.details.timelineLength(id)) };
    });
  }

  private sentence(
    row: PlacementRow,
    record: DetailRecord,
    findings: readonly Finding[],
    telling: { locale: Locale; timeZone: string },
  ): SentenceView {
    const { seenByHandUntil } = readMemory(columnsOf(record));
    const countsByHand = seenByHandUntil !== null && seenByHandUntil > this.clock.now().getTime();
    const sentence = sentenceOf({
      state: row.state,
      rechecking: row.rechecking,
      overdue: row.overdue,
      isBaselineRemoved: row.isBaselineRemoved,
      isPageKnown: row.sourceUrl !== null,
      isTargetFailing: row.targetFailing,
      checkedAt: row.checkedAt?.getTime() ?? null,
      stateSince: row.stateSince.getTime(),
      lastSeenAt: row.lastSeenAt?.getTime() ?? null,
      dueOn: row.dueOn,
      seenByHandUntil: countsByHand ? record.seen_by_hand_until : null,
      findings,
      seenRel: row.seen.rel,
      seenAnchor: row.seen.anchor,
    });
    return { code: sentence.code, params: sentence.params, text: placementSentence(sentence, telling) };
  }
}

/** Findings of the last check that still stand: what was accepted since is settled. */
function standing(check: CheckOfPlacement | null, record: DetailRecord): Finding[] {
  const open = new Set(record.finding_codes);
  return (check?.findings ?? []).filter(({ code, severity }) => severity === 'info' || open.has(code));
}

function findingView(finding: Finding, locale: Locale): FindingView {
  return {
    code: finding.code,
    severity: finding.severity,
    params: finding.params,
    message: findingSentence(finding, locale),
  };
}

function checkView({ findings: _, ...check }: CheckOfPlacement) {
  return check;
}

function columnsOf(record: DetailRecord) {
  return {
    state: record.state,
    stateSince: record.state_since,
    rechecking: record.rechecking,
    takesBaseline: record.takes_baseline,
    isBaselineRemoved: record.is_baseline_removed,
    lastSeenAt: record.last_seen_at,
    checkedAt: record.checked_at,
    lastVerdicts: record.last_verdicts,
    memory: record.memory,
  };
}

function memoryView(record: DetailRecord): MemoryView {
  const memory = readMemory(columnsOf(record));
  return {
    firstAbsentAt: momentOf(memory.absent?.firstAt),
    absentCount: memory.absent?.count ?? 0,
    unreachableSince: momentOf(memory.unreachable?.firstAt),
    unverifiableCount: memory.unverifiable?.count ?? 0,
    seenByHandUntil: record.seen_by_hand_until,
  };
}

function momentOf(time: number | undefined): Date | null {
  return time === undefined ? null : new Date(time);
}
