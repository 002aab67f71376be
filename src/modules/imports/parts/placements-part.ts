import { Injectable } from '@nestjs/common';
import type { PlacementRecord } from '../../../core/imports/record.js';
import { TargetPagesService } from '../../clients/target-pages.service.js';
import {
  ImportedPlacements,
  type IntakeOutcome,
  type PlacementFacts,
} from '../../placements/imported-placements.service.js';
import type { ImportEntity } from '../import.entity.js';
import {
  type BatchYield,
  type ImportBrand,
  ImportPart,
  type ImportRun,
  type RowWork,
} from '../import-run.js';
import { ImportSites } from '../import-sites.repository.js';

interface Wanted {
  readonly work: RowWork;
  readonly facts: PlacementFacts;
}

/** Agreed links: a row becomes a placement whose terms are what the file says, and nothing it does not say. */
@Injectable()
export class PlacementsPart extends ImportPart {
  constructor(
    private readonly placements: ImportedPlacements,
    private readonly targetPages: TargetPagesService,
    private readonly sites: ImportSites,
  ) {
    super();
  }

  async take(works: readonly RowWork[], run: ImportRun, batch: BatchYield): Promise<void> {
    const fresh = works.flatMap((work) => wantedOf(work, run));
    if (fresh.length === 0) return;
    const brandIds = [...new Set(fresh.map(({ facts }) => facts.brandId))];
    const sitesBefore = await this.sites.countMadeBy(run.row.id);
    const pagesBefore = await this.targetPages.idsOf(brandIds);
    const outcomes = await this.placements.add(fresh.map(({ facts }) => facts));
    settle(fresh, outcomes, batch);
    await this.locate(fresh, outcomes);
    batch.add('sites', (await this.sites.countMadeBy(run.row.id)) - sitesBefore);
    const known = new Set(pagesBefore);
    const made = (await this.targetPages.idsOf(brandIds)).filter((id) => !known.has(id));
    batch.add('targetPages', made.length);
    for (const recordId of made)
      batch.change(fresh[0]?.work.rowNo ?? 0, [{ table: 'target_pages', recordId, before: null, after: {} }]);
  }

  /** Says at which site each stands, for what the row tells of who runs it. */
  private async locate(fresh: readonly Wanted[], outcomes: readonly IntakeOutcome[]): Promise<void> {
    const isTold = fresh.some(({ work: { record } }) => TOLD.some((part) => record[part] !== undefined));
    if (!isTold) return;
    const siteIds = await this.sites.ofPlacements(outcomes.flatMap(({ id }) => id ?? []));
    for (const [at, { work }] of fresh.entries()) work.siteId = siteIds.get(outcomes[at]?.id ?? '') ?? null;
  }
}

const TOLD = ['publisher', 'broker', 'price'] as const;

function settle(fresh: readonly Wanted[], outcomes: readonly IntakeOutcome[], batch: BatchYield): void {
  for (const [at, { work }] of fresh.entries()) {
    const outcome = outcomes[at];
    const isAdded = outcome?.kind === 'added';
    work.settle('placement', outcome?.id ?? null, isAdded ? 'created' : 'unchanged');
    if (isAdded) batch.add('placements');
  }
}

/** The same link a second time in the file is passed over: the first row is what was agreed. */
function wantedOf(work: RowWork, { row }: ImportRun): Wanted[] {
  const { placement } = work.record;
  if (!work.isOpen || placement === undefined || work.brand === null) return [];
  if (!work.isRepeated) return [{ work, facts: factsOf(placement, work.brand, work.ownerMemberId, row) }];
  work.settle('placement', null, 'unchanged');
  return [];
}

function factsOf(
  record: PlacementRecord,
  brand: ImportBrand,
  ownerMemberId: string | null,
  row: ImportEntity,
): PlacementFacts {
  const hasTerms = record.rel !== null || record.anchor !== null || record.agreedOn !== null;
  const source =
    record.agreedWith === null
      ? { kind: 'document' as const, reference: row.fileName }
      : { kind: 'person' as const, reference: record.agreedWith };
  return {
    brandId: brand.id,
    sourceUrl: record.sourceUrl,
    site: null,
    targetUrl: record.targetUrl,
    type: record.type,
    compensation: record.compensation,
    label: record.label,
    labellingAgreed: false,
    terms: {
      ...(record.match === null ? {} : { match: record.match }),
      ...(record.rel === null ? {} : { rel: { standing: 'agreed' as const, value: record.rel } }),
      ...(record.anchor === null ? {} : { anchor: { standing: 'agreed' as const, value: record.anchor } }),
    },
    source: hasTerms ? { ...source, agreedOn: record.agreedOn ?? undefined } : null,
    dueOn: record.dueOn,
    ownerMemberId,
    notes: record.notes,
    importId: row.id,
  };
}
