import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { addedId } from './added-id.js';
import type { PlacementEntity } from './placement.entity.js';
import { termColumns, writtenTermsOf } from './placement-facts.js';
import { PlacementIntake } from './placement-intake.js';
import type { Replacement } from './placement-wish.dto.js';
import { PlacementsRepository } from './placements.repository.js';
import { TermSourcesRepository } from './term-sources.repository.js';

/** Makes the placement that takes the place of another, within the open transaction. */
@Injectable()
export class PlacementReplacement {
  constructor(
    private readonly database: Database,
    private readonly intake: PlacementIntake,
    private readonly placements: PlacementsRepository,
    private readonly sources: TermSourcesRepository,
    private readonly clock: Clock,
  ) {}

  /** The deal goes on with its terms and their sources; only the page (and what the wish names) is new. Answers the new id. */
  async of(row: PlacementEntity, wish: Replacement): Promise<string> {
    const [outcome] = await this.intake.addAll([
      {
        brandId: row.brandId,
        sourceUrl: wish.sourceUrl,
        site: null,
        targetUrl: wish.targetUrl ?? row.targetUrl,
        type: row.type,
        compensation: row.compensation,
        label: row.label,
        labellingAgreed: row.labellingAgreed,
        terms: {},
        source: null,
        dueOn: wish.dueOn ?? row.dueOn,
        ownerMemberId: row.ownerMemberId,
        notes: wish.notes ?? '',
        ...(row.campaignId === null ? {} : { campaignId: row.campaignId }),
        ...(row.pitchId === null ? {} : { pitchId: row.pitchId }),
      },
    ]);
    const id = addedId(outcome);
    await this.placements.update(id, termColumns(writtenTermsOf(row)));
    await this.copySources(row.id, id);
    return id;
  }

  private async copySources(from: string, to: string): Promise<void> {
    const sources = await this.sources.all(from);
    const recordedBy = this.database.scope().userId ?? null;
    await this.sources.insert(
      sources.map(({ workspaceId: _, ...source }) => ({
        ...source,
        id: newId(),
        placementId: to,
        recordedBy,
        recordedAt: this.clock.now(),
      })),
    );
  }
}
