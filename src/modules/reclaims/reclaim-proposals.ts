import { Injectable } from '@nestjs/common';
import type { PlacementState } from '../../core/placements/placement.js';
import { type ChangedLinks, changedLinks } from '../../core/reclaims/changed-links.js';
import { endOfLines, type LineOutcome, whatHappened } from '../../core/reclaims/reclaim.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/id.js';
import { ReclamationNews } from './reclamation-news.js';
import { type ReclaimedPlacement, ReclamationRows } from './reclamation-rows.repository.js';

/** What a placement has become, and which check says so. */
export interface Worse {
  readonly placement: ReclaimedPlacement;
  readonly state: PlacementState;
  readonly findingCodes: readonly string[];
  readonly checkId: string | null;
  readonly at: Date;
}

/** Puts placements that got worse on the reclamation of their counterparty, and takes them off when they are well, in the open transaction. */
@Injectable()
export class ReclaimProposals {
  constructor(
    private readonly rows: ReclamationRows,
    private readonly news: ReclamationNews,
    private readonly clock: Clock,
  ) {}

  /** Answers the reclamation it stands on; null for a placement whose site is not known, for there is nobody to ask. */
  async propose(worse: Worse): Promise<string | null> {
    const { placement } = worse;
    const { publisherId } = placement;
    const siteId = publisherId === null ? placement.siteId : null;
    if (publisherId === null && siteId === null) return null;
    const reclamation = await this.opened(placement.clientId, { publisherId, siteId });
    await this.rows.putLine({
      reclamationId: reclamation.id,
      clientId: placement.clientId,
      placementId: placement.id,
      state: worse.state,
      findingCodes: worse.findingCodes,
      changedLinks: await this.changed(worse),
      checkId: worse.checkId,
      gotWorseAt: worse.at,
    });
    await this.rows.save(reclamation.id, {}, this.clock.now());
    await this.news.tell('reclamation.proposed', reclamation, { placement, to: worse.state });
    return reclamation.id;
  }

  /** Settles what was open of a placement; a reclamation without open lines is closed. */
  async settle(placement: ReclaimedPlacement, outcome: LineOutcome): Promise<void> {
    const now = this.clock.now();
    for (const id of await this.rows.settle(placement.id, outcome, now)) {
      const reclamation = await this.rows.lock(id);
      const end = endOfLines(await this.rows.outcomes(id));
      if (reclamation === null || end === null) continue;
      await this.rows.save(id, { state: end, closed_at: now }, now);
      await this.news.tell(`reclamation.${end}`, reclamation, { placement });
    }
  }

  private async opened(
    clientId: string,
    counterparty: { publisherId: string | null; siteId: string | null },
  ) {
    await this.rows.holdClient(clientId);
    const there = await this.rows.open(clientId, counterparty);
    if (there !== null) return there;
    const now = this.clock.now();
    const row = { id: newId(now), clientId, ...counterparty };
    await this.rows.insert(row, now);
    return row;
  }

  private async changed({ placement, state, findingCodes, checkId }: Worse): Promise<ChangedLinks> {
    const what = whatHappened(state, findingCodes);
    if (what === null || checkId === null) return 'not_known';
    const good = what === 'gone' ? ['live', 'differs'] : ['live'];
    const seen = await this.rows.thenAndNow(placement.id, checkId, good);
    if (seen === null) return 'not_known';
    const isPageGone = seen.pageStatus === 404 || seen.pageStatus === 410;
    return changedLinks({ what, isPageGone, before: seen.before, after: seen.after });
  }
}
