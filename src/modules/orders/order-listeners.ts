import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EventKind } from '../../core/events/kinds.js';
import { Clock } from '../../platform/clock/clock.js';
import type { RecordedEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { LeavingCounters } from '../access/leaving-counters.service.js';
import { OrderActing } from './order-acting.js';
import { orderEvent } from './order-events.js';
import { OrderOwnersRepository } from './order-owners.repository.js';
import { OrderReplacements } from './order-replacements.js';
import { OrderTies } from './order-ties.js';
import { OrdersRepository } from './orders.repository.js';

/** After each of these a line may stand otherwise. */
const OF_PLACEMENTS: readonly EventKind[] = [
  'placement.state_changed',
  'placement.ended',
  'placement.released',
  'placement.reopened',
  'placement.accepted',
  'placement.changed',
  'placement.seen_by_hand',
];

/** What orders do when something happens below them. Lines follow in jobs: a check never waits for an order somebody works at. */
@Injectable()
export class OrderListeners implements OnModuleInit {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly owners: OrderOwnersRepository,
    private readonly acting: OrderActing,
    private readonly replacements: OrderReplacements,
    private readonly ties: OrderTies,
    private readonly counters: LeavingCounters,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.counters.register('orders', (memberIds) => this.owners.countByOwner(memberIds));
    this.events.inTransaction('member.left', (event) => this.handOver(event));
    this.events.afterwards(OF_PLACEMENTS, 'orders.follow', (event) => this.follow(event));
    this.events.afterwards('placement.replaced', 'orders.replace', (event) => this.replace(event));
    this.events.afterwards('pitch.won', 'orders.tie', (event) => this.tie(event));
  }

  private async follow(event: RecordedEvent): Promise<void> {
    for (const placementId of idsOf(event, 'placement'))
      for (const orderId of await this.orders.idsOf('placement_id', placementId))
        await this.acting.settle(orderId);
  }

  private async replace(event: RecordedEvent): Promise<void> {
    const to = event.params['replacedById'];
    if (typeof to !== 'string') return;
    for (const placementId of idsOf(event, 'placement')) await this.replacements.follow(placementId, to);
    await this.follow(event);
  }

  private async tie(event: RecordedEvent): Promise<void> {
    for (const pitchId of idsOf(event, 'pitch')) await this.ties.ofPitch(pitchId);
  }

  /** Orders of who leaves go to the named member, as far as that one may see their client; the others to nobody. */
  private async handOver({ params }: RecordedEvent): Promise<void> {
    const from = String(params['memberId']);
    const to = typeof params['handOverTo'] === 'string' ? params['handOverTo'] : null;
    const handed = await this.owners.handOver(from, to, this.clock.now());
    await this.events.recordMany(
      handed.map((row) => orderEvent('order.handed_over', row, { from, to: row.ownerMemberId })),
    );
  }
}

function idsOf({ subjects }: RecordedEvent, kind: string): string[] {
  return subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);
}
