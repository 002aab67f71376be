import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EventKind, SubjectKind } from '../../core/events/kinds.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { RecordedEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { JobHandlers, type JobPayload } from '../../platform/jobs/job-handlers.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { PlacementChecksService } from '../placements/placement-checks.service.js';
import { PlacementLinks } from './placement-links.js';
import { RelationshipRows } from './relationship-rows.repository.js';

/** After each of these a placement's row may say something else about its link. */
const OF_PLACEMENTS: readonly EventKind[] = [
  'placement.added',
  'placement.changed',
  'placement.state_changed',
  'placement.ended',
  'placement.released',
  'placement.replaced',
  'placement.reopened',
  'placement.archived',
  'placement.restored',
  'placement.target_moved',
  'placement.seen_by_hand',
];

const WITHDRAW = 'relationships.withdraw_placements';
const AT_ONCE = 500;

interface Withdrawal extends JobPayload {
  readonly importId: string;
}

/** Keeps the log true when something happens to placements, imports and touches. */
@Injectable()
export class RelationshipListeners implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly placements: PlacementLinks,
    private readonly checks: PlacementChecksService,
    private readonly relationships: RelationshipRows,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const kind of OF_PLACEMENTS) this.events.inTransaction(kind, (event) => this.follow(event));
    this.checks.onSeen((ids) => this.placements.seenAgain(ids));
    this.events.inTransaction('touch.recorded', (event) => this.touched(event));
    this.events.afterwards('import.finished', 'relationships.of_import', (event) => this.imported(event));
    this.events.afterwards('import.undone', 'relationships.of_undone_import', (event) => this.undone(event));
    this.handlers.register<Withdrawal>(WITHDRAW, (payload) => this.withdraw(payload));
  }

  /** What an import brings or takes back comes in thousands: those are looked at together, once it is through. */
  private async follow({ params, subjects }: RecordedEvent): Promise<void> {
    if (typeof params['importId'] === 'string') return;
    await this.placements.follow(idsOf(subjects, 'placement'));
  }

  private async touched({ clientId, subjects }: RecordedEvent): Promise<void> {
    const [brandId] = idsOf(subjects, 'brand');
    const [siteId] = idsOf(subjects, 'site');
    if (brandId === undefined || siteId === undefined || clientId === null) return;
    await this.relationships.hold([{ brandId, clientId, siteId }], this.clock.now(), null);
  }

  private async imported({ subjects }: RecordedEvent): Promise<void> {
    for (const id of idsOf(subjects, 'import')) await this.placements.imported(id);
  }

  private async undone({ workspaceId, subjects }: RecordedEvent): Promise<void> {
    for (const importId of idsOf(subjects, 'import'))
      await this.jobs.add(WITHDRAW, { workspaceId, importId });
  }

  private async withdraw({ workspaceId, importId }: Withdrawal): Promise<void> {
    for (let isMore = true; isMore; )
      isMore = await this.database.inWorkspace({ workspaceId }, () =>
        this.placements.withdrawn(importId, AT_ONCE),
      );
  }
}

function idsOf(subjects: RecordedEvent['subjects'], kind: SubjectKind): string[] {
  return subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);
}
