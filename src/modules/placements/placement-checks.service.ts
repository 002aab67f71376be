import { Injectable } from '@nestjs/common';
import type { Terms } from '../../core/placements/terms.js';
import { checkSettings } from '../../core/verifier/check-settings.js';
import type { JudgeContext } from '../../core/verifier/judge-context.js';
import { isClosed } from '../../core/verifier/placement-memory.js';
import { isProof } from '../../core/verifier/proof.js';
import { siteChangedCharacter } from '../../core/verifier/site-character.js';
import type { Verdict } from '../../core/verifier/verdict.js';
import { BlobStore } from '../../platform/blobs/blob-store.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { Notify } from '../../platform/events/notify.js';
import { checkRecord, stateChanged } from './check-history.js';
import { type CheckRow, termsOf } from './check-row.js';
import { PlacementChecksRepository } from './placement-checks.repository.js';
import { type JudgedCheck, type RecordedCheck, recordCheck } from './recorded-check.js';
import { SiteCharacterRepository } from './site-character.repository.js';
import type { MemoryColumns } from './stored-memory.js';

export type { CheckEvidence, JudgedCheck } from './recorded-check.js';

/** A placement as a check needs it. */
export interface PlacementToCheck {
  readonly id: string;
  readonly workspaceId: string;
  readonly revision: number;
  readonly sourceUrl: string;
  readonly terms: Terms;
  readonly context: JudgeContext;
  /** The gap its workspace wants at least, null for that of the installation. */
  readonly hostGapMs: number | null;
  /** Somebody asked for this check and may be watching. */
  readonly isAsked: boolean;
  /** Whether the last check could read the page. */
  readonly wasReadable: boolean;
}

/** A check as it was written, with what the placement remembered before it. */
export interface WrittenCheck {
  readonly placementId: string;
  readonly checkId: string;
  readonly before: MemoryColumns;
}

/** News topics of a placement: its row changed; a step of a check that was asked for. */
export const PLACEMENT_NEWS = 'placement';
/** News for workers: something on a host is to be checked now. */
export const CHECK_NEWS = 'check';

/** Checks of placements: what is to be looked for, and what was found. */
@Injectable()
export class PlacementChecksService {
  private readonly seen: PlacementsSeen[] = [];

  constructor(
    private readonly database: Database,
    private readonly checks: PlacementChecksRepository,
    private readonly sites: SiteCharacterRepository,
    private readonly blobs: BlobStore,
    private readonly events: Events,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  /** Registers who keeps up with every sight of placements, in the transaction of the checks: most sights change no state and make no event. */
  onSeen(hear: PlacementsSeen): void {
    this.seen.push(hear);
  }

  /** Reads placements that are due; one whose page is unknown by now is left out. */
  load(workspaceId: string, ids: readonly string[]): Promise<PlacementToCheck[]> {
    return this.database.inWorkspace({ workspaceId }, async () => {
      const { hostGapMs } = checkSettings(await this.checks.settings());
      const rows = await this.checks.load(ids);
      return rows.flatMap((row) =>
        row.sourceUrl === null ? [] : [toCheck(row, row.sourceUrl, { workspaceId, hostGapMs })],
      );
    });
  }

  /**
   * Records judged checks of one workspace, all or none. `stillOurs` is asked inside the transaction and holds the host's
   * lease until its end: without it nothing is written, and the answer is null. A check of a placement that was changed
   * meanwhile is dropped; the placement is still due.
   */
  record(
    workspaceId: string,
    checks: readonly JudgedCheck[],
    stillOurs: () => Promise<boolean>,
  ): Promise<readonly WrittenCheck[] | null> {
    return this.database.inWorkspace({ workspaceId }, async () => {
      const rows = new Map(
        (await this.checks.lock(checks.map((check) => check.placementId))).map((row) => [row.id, row]),
      );
      if (!(await stillOurs())) return null;
      const settings = checkSettings(await this.checks.settings()).memory;
      const recorded = checks.flatMap((check) => {
        const row = rows.get(check.placementId);
        if (row?.revision !== check.revision) return [];
        return [{ row, check, ...recordCheck(row, check, settings, Math.random()) }];
      });
      await this.write(recorded);
      return recorded.map(({ row, check }) => ({ placementId: row.id, checkId: check.id, before: row }));
    });
  }

  /** Lets a placement forget its last check, which the worker's own line spoiled; it is tried again at `retryAt`. */
  takeBack(
    workspaceId: string,
    { placementId, checkId, before }: WrittenCheck,
    retryAt: Date,
  ): Promise<void> {
    return this.database.inWorkspace({ workspaceId }, () =>
      this.checks.takeBack({ placementId, checkId, before, retryAt }),
    );
  }

  /** Puts checks off that could not be made now, without a verdict. */
  defer(workspaceId: string, ids: readonly string[], until: Date): Promise<void> {
    return this.database.inWorkspace({ workspaceId }, () => this.checks.defer(ids, until));
  }

  /** Makes placements due now and wakes the workers; answers those that can be checked at all. */
  ask(scope: WorkspaceScope, ids: readonly string[]): Promise<string[]> {
    return this.database.inWorkspace(scope, async () => {
      const asked = await this.checks.ask(ids, this.clock.now());
      for (const slot of new Set(asked.map(({ hostSlot }) => hostSlot)))
        await this.notify.publish(CHECK_NEWS, { workspaceId: scope.workspaceId, id: slot });
      return asked.map(({ id }) => id);
    });
  }

  /**
   * Makes one placement due now. Throws `placement.not_found`, `placement.archived`, `placement.page_unknown`, and
   * `placement.act_not_allowed` for one that is no longer checked.
   */
  askOne(scope: WorkspaceScope, id: string): Promise<void> {
    return this.database.inWorkspace(scope, async () => {
      if ((await this.ask(scope, [id])).length > 0) return;
      const [row] = await this.checks.load([id]);
      if (row === undefined) throw new AppError('placement.not_found', { id });
      if (isClosed(row.state))
        throw new AppError('placement.act_not_allowed', { act: 'check', state: row.state });
      throw new AppError(row.sourceUrl === null ? 'placement.page_unknown' : 'placement.archived');
    });
  }

  private async write(recorded: readonly Recorded[]): Promise<void> {
    if (recorded.length === 0) return;
    await this.checks.save(recorded.map(({ columns }) => columns));
    await this.checks.insertChecks(recorded.map(({ check, columns }) => checkRecord(check, columns.state)));
    for (const one of recorded) await this.keepEvidence(one);
    await this.events.recordMany(
      recorded.flatMap(({ row, check, columns, change }) =>
        stateChanged(row, {
          state: columns.state,
          findingCodes: columns.findingCodes,
          change,
          checkId: check.id,
        }),
      ),
    );
    const sights = recorded.filter(({ check }) => SIGHTS.has(check.judgement.verdict));
    if (sights.length > 0) for (const hear of this.seen) await hear(sights.map(({ row }) => row.id));
    for (const one of recorded) {
      if (one.pageChanged && one.row.siteId !== null) await this.lookAtSite(one.row.siteId, one.check.at);
      if (isNews(one)) await this.notify.publish(PLACEMENT_NEWS, this.newsOf(one.row.id));
    }
  }

  private async keepEvidence({ row, check: { evidence, placementId, at } }: Recorded): Promise<void> {
    if (evidence === null || evidence.hash === row.evidenceHash) return;
    const blobSha256 = Buffer.from(await this.blobs.put(evidence.content, 'application/json'), 'hex');
    await this.checks.insertEvidence({ id: newId(at), placementId, hash: evidence.hash, at, blobSha256 });
  }

  /** A page of the site became another one: did all of them? */
  private async lookAtSite(siteId: string, at: Date): Promise<void> {
    if (!siteChangedCharacter(await this.sites.pages(siteId), at)) return;
    if (!(await this.sites.mark(siteId, at))) return;
    await this.events.record({ kind: 'site.character_changed', subjects: [{ kind: 'site', id: siteId }] });
  }

  private newsOf(id: string): { workspaceId: string; id: string } {
    return { workspaceId: this.database.scope().workspaceId, id };
  }
}

/** Verdicts that say the link is there. */
const SIGHTS: ReadonlySet<Verdict> = new Set(['live', 'differs']);

/** Hears of placements whose link was seen. */
export type PlacementsSeen = (placementIds: readonly string[]) => Promise<void>;

interface Recorded extends RecordedCheck {
  readonly row: CheckRow;
  readonly check: JudgedCheck;
}

function toCheck(
  row: CheckRow,
  sourceUrl: string,
  { workspaceId, hostGapMs }: { workspaceId: string; hostGapMs: number | null },
): PlacementToCheck {
  const last = row.lastVerdicts.split(',').at(-1) as Verdict | '';
  return {
    id: row.id,
    workspaceId,
    revision: row.revision,
    sourceUrl,
    terms: termsOf(row),
    context: {
      compensated: row.compensation !== 'none',
      knownMainTextHash: row.mainTextHash,
      targetFailing: row.targetFailing,
    },
    hostGapMs,
    isAsked: row.nextCheckReason === 'asked',
    wasReadable: last !== '' && isProof(last),
  };
}

/** People watch asked checks; of the others only what changes something they see is told. */
function isNews({ row, check, columns }: Recorded): boolean {
  return check.origin === 'asked' || row.state !== columns.state || row.rechecking !== columns.rechecking;
}
