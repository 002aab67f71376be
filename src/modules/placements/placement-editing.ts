import { Injectable } from '@nestjs/common';
import { type TermName, writeTerms } from '../../core/placements/written-terms.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { OwnersRepository } from './owners.repository.js';
import type { PlacementEntity } from './placement.entity.js';
import { awaitedColumns, checkedAtOnce, isClosed, touched } from './placement-columns.js';
import { placementEvent } from './placement-events.js';
import {
  invalidField,
  sourceColumns,
  targetColumns,
  termColumns,
  writtenTermsOf,
} from './placement-facts.js';
import { PlacementPlaces } from './placement-places.js';
import type { PlacementChange } from './placement-wish.dto.js';
import { type PlacementColumns, PlacementsRepository, pairText } from './placements.repository.js';
import { TermSourcesRepository } from './term-sources.repository.js';

/** Columns whose change makes the last check's answer doubtful: the page is looked at again at once. */
const JUDGED_BY: readonly (keyof PlacementEntity)[] = [
  'sourceUrl',
  'targetUrl',
  'compensation',
  'labellingAgreed',
  'matchStep',
  'relStanding',
  'relValue',
  'anchorStanding',
  'anchorValue',
  'regionStanding',
  'regionValue',
  'indexableStanding',
  'indexableValue',
  'durationStanding',
  'durationUntil',
];

/** Changes what was written down about a placement, within the open transaction. */
@Injectable()
export class PlacementEditing {
  constructor(
    private readonly database: Database,
    private readonly placements: PlacementsRepository,
    private readonly sources: TermSourcesRepository,
    private readonly owners: OwnersRepository,
    private readonly places: PlacementPlaces,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `placement.changed_meanwhile`, `placement.archived`, `placement.duplicate`, or `request.invalid` with the field. */
  async change(id: string, wish: PlacementChange): Promise<void> {
    const row = await this.current(id, wish.revision);
    const { terms, newlyAgreed } = this.terms(row, wish);
    const wanted: PlacementColumns = {
      ...plainColumns(row, wish),
      ...termColumns(terms),
      ...(await this.source(wish)),
      ...(await this.target(row, wish)),
    };
    const changed = differing(row, wanted);
    await this.keepSource(row, wish, newlyAgreed);
    if (changed.length === 0) return;
    await this.refuseDuplicate(row, wanted);
    const now = this.clock.now();
    await this.placements.update(id, {
      ...wanted,
      ...this.consequences(row, wanted, changed),
      ...touched(row, now),
    });
    const subjects = {
      id,
      clientId: row.clientId,
      brandId: row.brandId,
      siteId: wanted.siteId ?? row.siteId,
    };
    await this.events.record(placementEvent('placement.changed', subjects, { fields: changed }));
  }

  private async current(id: string, revision: number): Promise<PlacementEntity> {
    const row = await this.placements.lock(id);
    if (row === null) throw new AppError('placement.not_found', { id });
    if (row.archivedAt !== null) throw new AppError('placement.archived', { id });
    if (row.revision !== revision)
      throw new AppError('placement.changed_meanwhile', { revision: row.revision });
    return row;
  }

  private terms(row: PlacementEntity, wish: PlacementChange) {
    const deal = { type: wish.type ?? row.type, compensation: wish.compensation ?? row.compensation };
    const written = writeTerms(writtenTermsOf(row), wish.terms ?? {}, deal);
    if (!written.ok) throw invalidField(`terms.${written.term}.value`, 'needed', 'say what was agreed');
    if (written.newlyAgreed.length > 0 && wish.source === undefined) {
      throw invalidField('source', 'needed', 'agreed terms need a source: a document, a note or a person');
    }
    return written;
  }

  private async source(wish: PlacementChange): Promise<PlacementColumns> {
    if (wish.sourceUrl === undefined) return {};
    const columns = sourceColumns(wish.sourceUrl, null);
    const siteId = (await this.places.siteIds([wish.sourceUrl])).get(wish.sourceUrl) ?? null;
    return { ...columns, siteId };
  }

  private async target(row: PlacementEntity, wish: PlacementChange): Promise<PlacementColumns> {
    const owner = await this.owner(row, wish.ownerMemberId);
    if (wish.targetUrl === undefined) return owner;
    const columns = targetColumns(wish.targetUrl);
    if (columns.targetUrl === row.targetUrl) return owner;
    const brand = await this.places.brand(row.brandId);
    return { ...owner, ...columns, targetPageId: await this.places.targetPage(brand, columns.targetUrl) };
  }

  private async owner(row: PlacementEntity, wished: string | null | undefined): Promise<PlacementColumns> {
    if (wished === undefined || wished === row.ownerMemberId) return {};
    if (wished !== null && !(await this.owners.clientsSeenBy(wished, [row.clientId])).has(row.clientId)) {
      throw invalidField('ownerMemberId', 'unknown_member', 'must be a member who may see this client');
    }
    return { ownerMemberId: wished };
  }

  private async refuseDuplicate(row: PlacementEntity, wanted: PlacementColumns): Promise<void> {
    const sourceUrlKey = wanted.sourceUrlKey ?? row.sourceUrlKey;
    const targetUrlKey = wanted.targetUrlKey ?? row.targetUrlKey;
    if (sourceUrlKey === null || isClosed(row.state)) return;
    const pair = { brandId: row.brandId, sourceUrlKey, targetUrlKey };
    const other = (await this.placements.standingFor([pair])).get(pairText(pair));
    if (other !== undefined && other !== row.id) throw new AppError('placement.duplicate', { id: other });
  }

  /** A link on another page was never seen there; anything else that is judged is looked at again at once. */
  private consequences(
    row: PlacementEntity,
    wanted: PlacementColumns,
    changed: readonly string[],
  ): PlacementColumns {
    if (isClosed(row.state)) return {};
    const now = this.clock.now();
    const isPageKnown = (wanted.sourceUrl ?? row.sourceUrl) !== null;
    const isOtherPage = wanted.sourceUrlKey !== undefined && wanted.sourceUrlKey !== row.sourceUrlKey;
    if (isOtherPage && row.sourceUrlKey !== null) return awaitedColumns(now, isPageKnown);
    return changed.some((column) => JUDGED_BY.includes(column as keyof PlacementEntity))
      ? checkedAtOnce(now, isPageKnown)
      : {};
  }

  /** A source that came along is kept for the terms it brought, or else for those it confirms. */
  private async keepSource(
    row: PlacementEntity,
    wish: PlacementChange,
    newlyAgreed: readonly TermName[],
  ): Promise<void> {
    if (wish.source === undefined) return;
    const labelling = wish.labellingAgreed === true && !row.labellingAgreed ? ['labelling'] : [];
    await this.sources.insert([
      {
        id: newId(),
        clientId: row.clientId,
        placementId: row.id,
        terms: [...newlyAgreed, ...labelling],
        kind: wish.source.kind,
        reference: wish.source.reference.trim(),
        agreedOn: wish.source.agreedOn ?? null,
        documentSha256: null,
        documentName: null,
        recordedBy: this.database.scope().userId ?? null,
        recordedAt: this.clock.now(),
      },
    ]);
  }
}

function plainColumns(row: PlacementEntity, wish: PlacementChange): PlacementColumns {
  return {
    type: wish.type ?? row.type,
    compensation: wish.compensation ?? row.compensation,
    label: wish.label === undefined ? row.label : wish.label,
    labellingAgreed: wish.labellingAgreed ?? row.labellingAgreed,
    dueOn: wish.dueOn === undefined ? row.dueOn : wish.dueOn,
    notes: wish.notes ?? row.notes,
  };
}

/** Names of the columns that would not be what they were. */
function differing(row: PlacementEntity, wanted: PlacementColumns): string[] {
  const columns = Object.keys(wanted) as (keyof PlacementEntity)[];
  return columns.filter((column) => wanted[column] !== row[column]);
}
