import { Injectable, type OnModuleInit } from '@nestjs/common';
import { warmestStage } from '../../core/prospects/prospect.js';
import { Clock } from '../../platform/clock/clock.js';
import type { RecordedEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { LeavingCounters } from '../access/leaving-counters.service.js';
import { ProspectNews } from './prospect-news.query.js';
import { ProspectsRepository } from './prospects.repository.js';
import { TouchesRepository } from './touches.repository.js';

/** What prospects do when something happens around them, in the transaction of that fact. */
@Injectable()
export class ProspectListeners implements OnModuleInit {
  constructor(
    private readonly prospects: ProspectsRepository,
    private readonly touches: TouchesRepository,
    private readonly news: ProspectNews,
    private readonly counters: LeavingCounters,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.counters.register('prospects', (memberIds) => this.prospects.countByOwner(memberIds));
    this.events.inTransaction('member.left', (event) => this.handOver(event));
    this.events.inTransaction('relationship.changed', (event) => this.warm(event));
    this.events.inTransaction('placement.added', (event) => this.touch(event));
  }

  /** Prospects of who leaves go to the named member, or to nobody; their locks end. */
  private async handOver({ params }: RecordedEvent): Promise<void> {
    const from = String(params['memberId']);
    const to = typeof params['handOverTo'] === 'string' ? params['handOverTo'] : null;
    const count = await this.prospects.handOver(from, to, this.clock.now());
    if (count === 0) return;
    await this.events.record({
      kind: 'prospect.handed_over',
      subjects: [{ kind: 'member', id: from }],
      params: { from, to, count },
    });
  }

  /** The stage of a prospect is the warmest of all brands with its site. */
  private async warm({ subjects }: RecordedEvent): Promise<void> {
    for (const { kind, id } of subjects) {
      if (kind !== 'site') continue;
      await this.prospects.setStage(id, warmestStage(await this.news.stages(id)));
    }
  }

  /** Who adds a placement by hand has agreed on it with the site; one of an import says nothing about when. */
  private async touch({ actorUserId, subjects, clientId, at, params }: RecordedEvent): Promise<void> {
    const idOf = (wanted: string): string | null => subjects.find(({ kind }) => kind === wanted)?.id ?? null;
    const siteId = idOf('site');
    const isImported = typeof params['importId'] === 'string';
    if (siteId === null || actorUserId === null || isImported) return;
    const memberId = await this.news.memberOf(actorUserId);
    const touch = {
      siteId,
      at,
      kind: 'placement' as const,
      direction: 'out' as const,
      result: 'agreed' as const,
      contactId: null,
      clientId,
      brandId: idOf('brand'),
      memberId,
      note: '',
    };
    await this.touches.insert([touch], { importId: null, at });
  }
}
