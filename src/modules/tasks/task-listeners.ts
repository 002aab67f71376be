import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { RecordedEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { LeavingCounters } from '../access/leaving-counters.service.js';
import { taskEvent } from './task-events.js';
import { TaskPlaces } from './task-places.query.js';
import { TasksRepository } from './tasks.repository.js';

/** What tasks do when something happens around them, in the transaction of that fact. */
@Injectable()
export class TaskListeners implements OnModuleInit {
  constructor(
    private readonly tasks: TasksRepository,
    private readonly places: TaskPlaces,
    private readonly counters: LeavingCounters,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.counters.register('tasks', (memberIds) => this.tasks.countByAssignee(memberIds));
    this.events.inTransaction('member.left', (event) => this.handOver(event));
  }

  /** Open tasks of who leaves go to the named member, as far as that one may see their client; the others to nobody. */
  private async handOver({ params }: RecordedEvent): Promise<void> {
    const from = String(params['memberId']);
    const to = typeof params['handOverTo'] === 'string' ? params['handOverTo'] : null;
    const rows = await this.tasks.assignedTo(from);
    const clientIds = rows.map((row) => row.clientId);
    const seen = to === null ? new Set<string | null>() : await this.places.clientsFor(to, clientIds);
    const idsOf = (isSeen: boolean) =>
      rows.filter((row) => seen.has(row.clientId) === isSeen).map((row) => row.id);
    const at = this.clock.now();
    await this.tasks.write(idsOf(true), { assignee_member_id: to }, at);
    await this.tasks.write(idsOf(false), { assignee_member_id: null }, at);
    await this.events.recordMany(
      rows.map((row) => taskEvent('task.handed_over', row, { from, to: seen.has(row.clientId) ? to : null })),
    );
  }
}
