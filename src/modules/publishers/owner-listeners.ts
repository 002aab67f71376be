import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RecordedEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { ConditionsRepository } from './conditions.repository.js';
import { OwnerChangesService } from './owner-changes.service.js';

/** What conditions do when a site changes hands: what the former owner asked binds nobody, so it is asked anew. */
@Injectable()
export class OwnerListeners implements OnModuleInit {
  constructor(
    private readonly conditions: ConditionsRepository,
    private readonly ownerChanges: OwnerChangesService,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.events.inTransaction('site.owner_changed', (event) => this.outdate(event));
    this.events.inTransaction('site.owner_restored', (event) => this.renew(event));
  }

  private async outdate({ params, at, subjects }: RecordedEvent): Promise<void> {
    const ids = await this.conditions.outdateOfSite(String(params['siteId']), at);
    if (ids.length === 0) return;
    await this.ownerChanges.keep(
      String(params['changeId']),
      ids.map((id) => ({
        table: 'conditions',
        recordId: id,
        before: {},
        after: { outdatedReason: 'new_owner' },
      })),
    );
    await this.events.record({
      kind: 'conditions.outdated',
      subjects: subjects.filter(({ kind }) => kind === 'site'),
      params: { reason: 'new_owner', ids },
    });
  }

  private async renew({ params }: RecordedEvent): Promise<void> {
    const kept = await this.ownerChanges.kept(String(params['changeId']), 'conditions');
    await this.conditions.renew(
      kept.map(({ recordId }) => recordId),
      'new_owner',
    );
  }
}
