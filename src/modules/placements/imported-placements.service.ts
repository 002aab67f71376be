import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Events } from '../../platform/events/events.js';
import { ImportedPlacementsRepository } from './imported-placements.repository.js';
import { placementEvent } from './placement-events.js';
import type { PlacementFacts } from './placement-facts.js';
import { type IntakeOutcome, PlacementIntake } from './placement-intake.js';

export type { IntakeOutcome, PlacementFacts };

/** Placements of one statement: each has some forty values, and a statement holds 65,535. */
const AT_ONCE = 500;

/** Placements that come with an import, and go with its undoing. */
@Injectable()
export class ImportedPlacements {
  constructor(
    private readonly intake: PlacementIntake,
    private readonly placements: ImportedPlacementsRepository,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Adds placements in the open transaction, however many; of several that stand for the same link the first is kept. */
  async add(all: readonly PlacementFacts[]): Promise<readonly IntakeOutcome[]> {
    const outcomes: IntakeOutcome[] = [];
    for (let from = 0; from < all.length; from += AT_ONCE)
      outcomes.push(...(await this.intake.addAll(all.slice(from, from + AT_ONCE))));
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
