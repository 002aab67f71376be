import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PlacementState } from '../../core/placements/placement.js';
import { reclaimStep } from '../../core/reclaims/reclaim.js';
import type { RecordedEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { ReclaimProposals } from './reclaim-proposals.js';
import { ReclamationRows } from './reclamation-rows.repository.js';

/** Ends of placements that a person decides; a replaced one was made good. */
const ENDS = {
  'placement.ended': 'ended',
  'placement.released': 'ended',
  'placement.archived': 'ended',
  'placement.replaced': 'replaced',
} as const;

/** Proposes a reclamation when a placement's state gets worse, and settles it when the placement is well or has ended. */
@Injectable()
export class ReclaimListeners implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly rows: ReclamationRows,
    private readonly proposals: ReclaimProposals,
  ) {}

  onModuleInit(): void {
    this.events.afterwards('placement.state_changed', 'reclaims.follow_state', (event) => this.follow(event));
    for (const kind of [
      'placement.ended',
      'placement.released',
      'placement.archived',
      'placement.replaced',
    ] as const)
      this.events.inTransaction(kind, (event) => this.end(event, ENDS[kind]));
  }

  /** The placement may have become something else since: what it is now decides. */
  private async follow({ subjects, params, at }: RecordedEvent): Promise<void> {
    const placement = await this.placement(subjects);
    if (placement === undefined || placement.state !== params['to']) return;
    const step = reclaimStep({
      from: params['from'] as PlacementState,
      to: placement.state,
      isBaseline: params['isBaseline'] === true,
      targetFailing: placement.targetFailing,
    });
    if (step === 'none') return;
    if (step !== 'propose') return this.proposals.settle(placement, step);
    const checkId = typeof params['checkId'] === 'string' ? params['checkId'] : null;
    const { state, findingCodes } = placement;
    await this.proposals.propose({ placement, state, findingCodes, checkId, at });
  }

  private async end({ subjects }: RecordedEvent, outcome: 'ended' | 'replaced'): Promise<void> {
    const placement = await this.placement(subjects);
    if (placement !== undefined) await this.proposals.settle(placement, outcome);
  }

  private async placement(subjects: RecordedEvent['subjects']) {
    const ids = subjects.filter(({ kind }) => kind === 'placement').map(({ id }) => id);
    const [placement] = await this.rows.placements(ids);
    return placement;
  }
}
