import { Injectable, type OnModuleInit } from '@nestjs/common';
import { checkAfterNewOwner } from '../../core/placements/new-owner.js';
import type { RecordedEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { OwnerChangesService } from '../publishers/owner-changes.service.js';
import { PlacementNewOwnerRepository } from './placement-new-owner.repository.js';

/**
 * What placements do when their site changes hands: each that is followed is looked at soon, and at least weekly from then on (the schedule
 * asks the site for that). An undo puts the plans back.
 */
@Injectable()
export class PlacementNewOwner implements OnModuleInit {
  constructor(
    private readonly plans: PlacementNewOwnerRepository,
    private readonly ownerChanges: OwnerChangesService,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.events.inTransaction('site.owner_changed', (event) => this.lookSoon(event));
    this.events.inTransaction('site.owner_restored', (event) => this.putBack(event));
  }

  private async lookSoon({ params, at }: RecordedEvent): Promise<void> {
    const followed = await this.plans.followed(String(params['siteId']));
    const planned = followed.map(({ id, nextCheckAt }, no) => {
      const place = { no, of: followed.length, jitter: Math.random() };
      const next = checkAfterNewOwner(place, at.getTime(), nextCheckAt?.getTime() ?? null);
      return { id, nextCheckAt: new Date(next), before: nextCheckAt };
    });
    const sooner = planned.filter(({ nextCheckAt, before }) => before?.getTime() !== nextCheckAt.getTime());
    if (sooner.length === 0) return;
    await this.plans.plan(sooner);
    await this.ownerChanges.keep(
      String(params['changeId']),
      sooner.map(({ id, nextCheckAt, before }) => ({
        table: 'placements',
        recordId: id,
        before: { nextCheckAt: before },
        after: { nextCheckAt },
      })),
    );
  }

  private async putBack({ params }: RecordedEvent): Promise<void> {
    const kept = await this.ownerChanges.kept(String(params['changeId']), 'placements');
    await this.plans.replan(
      kept.map(({ recordId, before, after }) => ({
        id: recordId,
        before: textOrNull(before?.['nextCheckAt']),
        after: String(after['nextCheckAt']),
      })),
    );
  }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
