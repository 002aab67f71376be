import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Events } from '../../platform/events/events.js';
import { ImportedPlacementsRepository } from './imported-placements.repository.js';
import { placementEvent } from './placement-events.js';
import type { PlacementFacts } from './placement-facts.js';
import { type IntakeOutcome, PlacementIntake } from './placement-intake.js';

export type { IntakeOutcome, PlacementFacts };

/** Placements that come with an import, and go with its undoing. */
@Injectable()
export class ImportedPlacements {
  constructor(
    private readonly database: Database,
    private readonly intake: PlacementIntake,
    private readonly placements: ImportedPlacementsRepository,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Adds a batch in the open transaction; of several that stand for the same link the first is kept. */
  add(all: readonly PlacementFacts[]): Promise<readonly IntakeOutcome[]> {
    return this.intake.addAll(all);
  }

  /**
   * Says what adding a batch would come to: it is added in a transaction that is then rolled back, so that a dry run
   * cannot differ from the run.
   */
  async rehearse(
    scope: { readonly workspaceId: string; readonly clientIds?: readonly string[] | null },
    all: readonly PlacementFacts[],
  ): Promise<readonly IntakeOutcome[]> {
    let outcomes: readonly IntakeOutcome[] = [];
    const rehearsed = new Error('only a rehearsal');
    await this.database
      .inWorkspace(scope, async () => {
        outcomes = await this.intake.addAll(all);
        throw rehearsed;
      })
      .catch((error: unknown) => {
        if (error !== rehearsed) throw error;
      });
    return outcomes;
  }

  /** Archives some of an import's placements that nobody changed since, in the open transaction; answers their ids. */
  async withdraw(importId: string, atMost: number): Promise<readonly string[]> {
    const rows = await this.placements.withdrawUnchanged(importId, { atMost, at: this.clock.now() });
    await this.events.recordMany(rows.map((row) => placementEvent('placement.archived', row, { importId })));
    return rows.map((row) => row.id);
  }

  /** Ids of some of an import's placements that nothing happened to since, locked in the open transaction. */
  untouched(importId: string, atMost: number): Promise<readonly string[]> {
    return this.placements.untouched(importId, atMost);
  }

  /** Deletes such placements, in the open transaction; what other domains know of them goes before. */
  remove(ids: readonly string[]): Promise<void> {
    return this.placements.remove(ids);
  }

  /** An import's placements that are still there. */
  left(importId: string): Promise<readonly string[]> {
    return this.placements.standing(importId);
  }
}
