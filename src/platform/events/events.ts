import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EventKind } from '../../core/events/kinds.js';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { newId } from '../database/id.js';
import { JobHandlers, type JobPayload } from '../jobs/job-handlers.js';
import { Jobs } from '../jobs/jobs.js';
import type { NewEvent, RecordedEvent } from './event.js';
import { insertEvents, loadEvents, takeDelivery } from './event-rows.js';

export type EventListener = (event: RecordedEvent) => Promise<void>;

interface Delivery extends JobPayload {
  readonly listener: string;
  readonly eventIds: readonly string[];
}

const DELIVER = 'events.deliver';
/** Events one delivery job takes; more are split, so that a large import does not make one endless job. */
const DELIVERY_SIZE = 200;

/**
 * Facts and who hears of them. A fact is inserted in the transaction it belongs to. Listeners `inTransaction` keep an
 * invariant and may refuse the fact by throwing; those `afterwards` run in a job of that transaction, each in a
 * transaction of its own, and once: what they write and the mark that they ran are committed together.
 */
@Injectable()
export class Events implements OnModuleInit {
  private readonly guards = new Map<EventKind, EventListener[]>();
  private readonly listeners = new Map<string, { kinds: ReadonlySet<EventKind>; hear: EventListener }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register<Delivery>(DELIVER, (delivery) => this.deliver(delivery));
  }

  /** Registers a listener that runs in the transaction of the fact. */
  inTransaction(kind: EventKind, listener: EventListener): void {
    this.guards.set(kind, [...(this.guards.get(kind) ?? []), listener]);
  }

  /** Registers a listener that runs later. `name` is unique and never changes: it is what "already heard" hangs on. */
  afterwards(kinds: EventKind | readonly EventKind[], name: string, listener: EventListener): void {
    if (this.listeners.has(name)) throw new Error(`the listener ${name} is registered twice`);
    this.listeners.set(name, { kinds: new Set([kinds].flat()), hear: listener });
  }

  /** Records one fact in the open transaction; answers its id. */
  async record(event: NewEvent): Promise<string> {
    const [id] = await this.recordMany([event]);
    return String(id);
  }

  /** Records facts in the open transaction with one statement; answers their ids in the same order. */
  async recordMany(events: readonly NewEvent[]): Promise<readonly string[]> {
    if (events.length === 0) return [];
    const recorded = events.map((event) => this.complete(event));
    await insertEvents(this.database.manager(), recorded);
    for (const event of recorded) {
      for (const guard of this.guards.get(event.kind) ?? []) await guard(event);
    }
    await this.addDeliveries(recorded);
    return recorded.map((event) => event.id);
  }

  private complete(event: NewEvent): RecordedEvent {
    const scope = this.database.scope();
    const at = this.clock.now();
    return {
      id: newId(at),
      workspaceId: scope.workspaceId,
      at,
      kind: event.kind,
      clientId: event.clientId ?? null,
      actorUserId: event.actorUserId === undefined ? (scope.userId ?? null) : event.actorUserId,
      params: event.params ?? {},
      subjects: event.subjects,
    };
  }

  private async addDeliveries(events: readonly RecordedEvent[]): Promise<void> {
    const { workspaceId } = this.database.scope();
    for (const [listener, { kinds }] of this.listeners) {
      const ids = events.filter((event) => kinds.has(event.kind)).map((event) => event.id);
      for (let start = 0; start < ids.length; start += DELIVERY_SIZE) {
        await this.jobs.add(DELIVER, {
          workspaceId,
          listener,
          eventIds: ids.slice(start, start + DELIVERY_SIZE),
        });
      }
    }
  }

  private async deliver({ workspaceId, listener, eventIds }: Delivery): Promise<void> {
    const found = this.listeners.get(listener);
    if (found === undefined) return;
    for (const eventId of eventIds) {
      await this.database.inWorkspace({ workspaceId }, async () => {
        const manager = this.database.manager();
        if (!(await takeDelivery(manager, { workspaceId, eventId, listener, at: this.clock.now() }))) return;
        const [event] = await loadEvents(manager, [eventId]);
        if (event !== undefined) await found.hear(event);
      });
    }
  }
}
