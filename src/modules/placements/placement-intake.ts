import { Injectable } from '@nestjs/common';
import {
  type TermName,
  termsOfDeal,
  type WrittenTerms,
  writeTerms,
} from '../../core/placements/written-terms.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { Events } from '../../platform/events/events.js';
import { OwnersRepository } from './owners.repository.js';
import { placementEvent } from './placement-events.js';
import {
  invalidField,
  type PlacementFacts,
  sourceColumns,
  targetColumns,
  termColumns,
} from './placement-facts.js';
import { PlacementPlaces } from './placement-places.js';
import { type NewPlacementRow, PlacementsRepository, pairText } from './placements.repository.js';
import { type NewTermSource, TermSourcesRepository } from './term-sources.repository.js';

/** What became of one new placement: its id, or the one that stands for the same link already. */
export type IntakeOutcome =
  | { readonly kind: 'added'; readonly id: string }
  | { readonly kind: 'duplicate'; readonly id: string | null };

interface Prepared {
  readonly row: NewPlacementRow;
  readonly source: NewTermSource | null;
}

/** Brings new placements in, one or a batch of an import, within the open transaction. */
@Injectable()
export class PlacementIntake {
  constructor(
    private readonly database: Database,
    private readonly placements: PlacementsRepository,
    private readonly sources: TermSourcesRepository,
    private readonly owners: OwnersRepository,
    private readonly places: PlacementPlaces,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds placements, with their sites and target pages; of several that stand for the same link the first is kept. Throws when one is
   * wrong: `brand.not_found`, `brand.archived`, or `request.invalid` with the field.
   */
  async addAll(all: readonly PlacementFacts[]): Promise<readonly IntakeOutcome[]> {
    const prepared = await this.prepare(all);
    const standing = await this.placements.standingFor(prepared.flatMap(({ row }) => pairsOf(row)));
    const isNew = firstOfEach(prepared, standing);
    const wanted = prepared.filter((_, index) => isNew[index] === true);
    const added = await this.placements.insertNew(wanted.map(({ row }) => row));
    const kept = wanted.filter(({ row }) => added.has(row.id));
    await this.sources.insert(kept.flatMap(({ source }) => (source === null ? [] : [source])));
    await this.events.recordMany(
      kept.map(({ row }) =>
        placementEvent('placement.added', row, {
          type: row.type,
          compensation: row.compensation,
          importId: row.importId,
        }),
      ),
    );
    return this.outcomes(prepared, added);
  }

  private async prepare(all: readonly PlacementFacts[]): Promise<Prepared[]> {
    const addresses = all.flatMap((facts) => facts.sourceUrl ?? facts.site ?? []);
    const siteIds = await this.places.siteIds(addresses, all[0]?.importId ?? null);
    const brandOf = remembered((id: string) => this.places.brandForNew(id));
    const pageOf = remembered(async (key: string) => {
      const [brandId = '', url = ''] = key.split('\n');
      return this.places.targetPage(await brandOf(brandId), url);
    });
    const mayOwn = remembered((key: string) => this.refuseForeignOwner(key.split('\n')));
    const prepared: Prepared[] = [];
    for (const facts of all) {
      const brand = await brandOf(facts.brandId);
      if (facts.ownerMemberId !== null) await mayOwn(`${facts.ownerMemberId}\n${brand.clientId}`);
      const target = targetColumns(facts.targetUrl);
      const targetPageId = await pageOf(`${brand.id}\n${target.targetUrl}`);
      const siteId = siteIds.get(facts.sourceUrl ?? facts.site ?? '') ?? null;
      prepared.push(this.built(facts, { clientId: brand.clientId, siteId, targetPageId }));
    }
    return prepared;
  }

  private async refuseForeignOwner([memberId = '', clientId = '']: readonly string[]): Promise<void> {
    if ((await this.owners.clientsSeenBy(memberId, [clientId])).has(clientId)) return;
    throw invalidField('ownerMemberId', 'unknown_member', 'must be a member who may see this client');
  }

  private built(
    facts: PlacementFacts,
    place: { clientId: string; siteId: string | null; targetPageId: string | null },
  ): Prepared {
    const now = this.clock.now();
    const id = newId();
    const { terms, newlyAgreed } = agreed(facts);
    const source = sourceColumns(facts.sourceUrl, facts.site);
    const row: NewPlacementRow = {
      id,
      ...place,
      ...source,
      ...targetColumns(facts.targetUrl),
      ...termColumns(terms),
      brandId: facts.brandId,
      ownerMemberId: facts.ownerMemberId,
      importId: facts.importId ?? null,
      campaignId: facts.campaignId ?? null,
      pitchId: facts.pitchId ?? null,
      type: facts.type,
      compensation: facts.compensation,
      label: facts.label,
      labellingAgreed: facts.labellingAgreed,
      dueOn: facts.dueOn,
      notes: facts.notes,
      state: 'awaited',
      stateSince: now,
      takesBaseline: facts.importId !== undefined,
      nextCheckAt: source.sourceUrl === null ? null : now,
      nextCheckReason: source.sourceUrl === null ? null : 'first',
      createdAt: now,
      updatedAt: now,
    };
    return { row, source: this.termSource(facts, row, newlyAgreed) };
  }

  private termSource(
    facts: PlacementFacts,
    row: NewPlacementRow,
    terms: readonly TermName[],
  ): NewTermSource | null {
    if (facts.source === null) return null;
    return {
      id: newId(),
      clientId: row.clientId,
      placementId: row.id,
      terms: facts.labellingAgreed ? [...terms, 'labelling'] : [...terms],
      kind: facts.source.kind,
      reference: facts.source.reference.trim(),
      agreedOn: facts.source.agreedOn ?? null,
      documentSha256: null,
      documentName: null,
      mailId: facts.mailId ?? null,
      recordedBy: this.database.scope().userId ?? null,
      recordedAt: row.createdAt,
    };
  }

  private async outcomes(
    prepared: readonly Prepared[],
    added: ReadonlySet<string>,
  ): Promise<IntakeOutcome[]> {
    const others = prepared.filter(({ row }) => !added.has(row.id)).flatMap(({ row }) => pairsOf(row));
    const standing = await this.placements.standingFor(others);
    return prepared.map(({ row }) => {
      if (added.has(row.id)) return { kind: 'added', id: row.id };
      const [pair] = pairsOf(row);
      return { kind: 'duplicate', id: (pair && standing.get(pairText(pair))) ?? null };
    });
  }
}

function agreed(facts: PlacementFacts): { terms: WrittenTerms; newlyAgreed: readonly TermName[] } {
  const written = writeTerms(termsOfDeal(facts), facts.terms, facts);
  if (!written.ok) throw invalidField(`terms.${written.term}.value`, 'needed', 'say what was agreed');
  if (written.newlyAgreed.length > 0 && facts.source === null) {
    throw invalidField('source', 'needed', 'agreed terms need a source: a document, a note or a person');
  }
  return written;
}

/** A placement whose page is not known stands for no pair yet. */
function pairsOf({ brandId, sourceUrlKey, targetUrlKey }: NewPlacementRow) {
  return sourceUrlKey === null ? [] : [{ brandId, sourceUrlKey, targetUrlKey }];
}

/** For each new placement whether it stands for a link that neither the table nor an earlier one stands for. */
function firstOfEach(prepared: readonly Prepared[], standing: ReadonlyMap<string, string>): boolean[] {
  const seen = new Set(standing.keys());
  return prepared.map(({ row }) => {
    const [pair] = pairsOf(row);
    if (pair === undefined) return true;
    const text = pairText(pair);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

function remembered<Answer>(ask: (key: string) => Promise<Answer>): (key: string) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (key) => {
    const known = answers.get(key) ?? ask(key);
    answers.set(key, known);
    return known;
  };
}
