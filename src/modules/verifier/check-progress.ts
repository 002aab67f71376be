import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Notify } from '../../platform/events/notify.js';
import { Log } from '../../platform/logging/log.js';
import { CHECK_NEWS, PLACEMENT_NEWS, type PlacementToCheck } from '../placements/placement-checks.service.js';

export const CHECK_PHASES = ['queued', 'fetching', 'reading', 'judging'] as const;
/** Steps of a check somebody asked for, as they are told while it runs; the news of the placement itself say it is done. */
export type CheckPhase = (typeof CHECK_PHASES)[number];

/** The news topic of a phase. */
export function phaseTopic(phase: CheckPhase): string {
  return `${PLACEMENT_NEWS}.${phase}`;
}

/** Tells how far asked checks are. Nobody watches the others. */
@Injectable()
export class CheckProgress {
  constructor(
    private readonly database: Database,
    private readonly notify: Notify,
    private readonly log: Log,
  ) {}

  /** Tells a phase without keeping the check waiting; such news may be lost, the result is not. */
  tell(phase: CheckPhase, placements: readonly PlacementToCheck[]): void {
    this.publish(phase, placements).catch((error: unknown) =>
      this.log.debug({ err: error }, 'the progress of a check could not be told'),
    );
  }

  /** Listens for checks somebody asks for: with the slot of the host, or null when news were missed. Answers how to end it. */
  onAsked(listener: (slot: string | null) => void): Promise<() => void> {
    return this.notify.subscribe(CHECK_NEWS, (news) => listener(news === 'missed' ? null : news.id));
  }

  private async publish(phase: CheckPhase, placements: readonly PlacementToCheck[]): Promise<void> {
    const watched = placements.filter((placement) => placement.isAsked);
    if (watched.length === 0) return;
    await this.database.inInstallation(async () => {
      for (const { workspaceId, id } of watched)
        await this.notify.publish(phaseTopic(phase), { workspaceId, id });
    });
  }
}
