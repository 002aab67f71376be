import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { addedId } from './added-id.js';
import { PlacementEditing } from './placement-editing.js';
import type { PlacementFacts } from './placement-facts.js';
import { PlacementIntake } from './placement-intake.js';
import type { PlacementFilter, PlacementListQuery } from './placement-list.dto.js';
import { type PlacementGroup, PlacementLists } from './placement-list.query.js';
import type { PlacementCounts, PlacementList, PlacementRow } from './placement-row.dto.js';
import type { NewPlacement, PlacementChange } from './placement-wish.dto.js';

export type { PlacementProblem } from './placement-list.dto.js';
export { PlacementRow } from './placement-row.dto.js';
export type { NewPlacement } from './placement-wish.dto.js';
export { SourceWish, TermsWish } from './terms.dto.js';

/** Placements: lists of them, new ones, and changes of what was written down. */
@Injectable()
export class PlacementsService {
  constructor(
    private readonly database: Database,
    private readonly lists: PlacementLists,
    private readonly intake: PlacementIntake,
    private readonly editing: PlacementEditing,
  ) {}

  list(scope: WorkspaceScope, asked: PlacementListQuery): Promise<PlacementList> {
    return this.database.inWorkspace(scope, () => this.lists.page(asked));
  }

  counts(scope: WorkspaceScope, filter: PlacementFilter): Promise<PlacementCounts> {
    return this.database.inWorkspace(scope, () => this.lists.counts(filter));
  }

  /** How many placements of the filtered list belong to each client, campaign or owner; null is nobody. */
  countsBy(
    scope: WorkspaceScope,
    by: PlacementGroup,
    filter: PlacementFilter,
  ): Promise<ReadonlyMap<string | null, number>> {
    return this.database.inWorkspace(scope, () => this.lists.countsBy(by, filter));
  }

  /** Rows by their ids; those the scope does not see are left out. */
  rows(scope: WorkspaceScope, ids: readonly string[]): Promise<PlacementRow[]> {
    return this.database.inWorkspace(scope, () => this.lists.byIds(ids));
  }

  /** Throws `placement.duplicate` with the id of the one that stands for the same link. */
  add(scope: WorkspaceScope, wish: NewPlacement): Promise<PlacementRow> {
    return this.database.inWorkspace(scope, async () => {
      const [outcome] = await this.intake.addAll([factsOf(wish)]);
      return this.row(addedId(outcome));
    });
  }

  /**
   * Adds the placements a pitch came to, in the open transaction: all of them or none; answers their ids. Throws `placement.duplicate` with the
   * id of the one that stands for the same link, or `request.invalid` with the field.
   */
  async addAgreed(
    wishes: readonly NewPlacement[],
    origin: { readonly campaignId: string; readonly pitchId: string; readonly mailId?: string },
  ): Promise<string[]> {
    const outcomes = await this.intake.addAll(wishes.map((wish) => ({ ...factsOf(wish), ...origin })));
    return outcomes.map(addedId);
  }

  /** Throws `placement.changed_meanwhile` when the revision is not the one that was read. */
  change(scope: WorkspaceScope, id: string, wish: PlacementChange): Promise<PlacementRow> {
    return this.database.inWorkspace(scope, async () => {
      await this.editing.change(id, wish);
      return this.row(id);
    });
  }

  /** One row, within the open transaction. Throws `placement.not_found`. */
  async row(id: string): Promise<PlacementRow> {
    const [row] = await this.lists.byIds([id]);
    if (row === undefined) throw new AppError('placement.not_found', { id });
    return row;
  }
}

function factsOf(wish: NewPlacement): PlacementFacts {
  return {
    ...wishedDeal(wish),
    brandId: wish.brandId,
    sourceUrl: wish.sourceUrl ?? null,
    site: wish.site ?? null,
    targetUrl: wish.targetUrl,
    dueOn: wish.dueOn ?? null,
    ownerMemberId: wish.ownerMemberId ?? null,
    notes: wish.notes ?? '',
  };
}

function wishedDeal(wish: NewPlacement) {
  return {
    type: wish.type,
    compensation: wish.compensation ?? 'none',
    label: wish.label ?? null,
    labellingAgreed: wish.labellingAgreed ?? false,
    terms: wish.terms ?? {},
    source: wish.source ?? null,
  };
}
