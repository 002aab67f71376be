import { Injectable } from '@nestjs/common';
import type { Origin } from '../../core/imports/origin.js';
import { foldedText, nameKey } from '../../core/publishers/name-key.js';
import type { PublisherKind, SiteRole } from '../../core/publishers/publisher.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { PublishersRepository } from './publishers.repository.js';
import { SiteLinksRepository } from './site-links.repository.js';

/** A publisher as a row of a file names it, with sites it stands behind. */
export interface PublisherFacts {
  readonly name: string;
  readonly kind?: PublisherKind;
  readonly siteIds?: readonly string[];
  /** What it is to those sites; owner where absent. */
  readonly role?: SiteRole;
}

/** The publisher of one fact: made, or known by its folded name. */
export interface BroughtPublisher {
  readonly id: string;
  readonly outcome: 'created' | 'known';
}

/** The bulk way to publishers, for imports: set-based, within the open transaction of a batch. */
@Injectable()
export class PublisherIntake {
  constructor(
    private readonly database: Database,
    private readonly publishers: PublishersRepository,
    private readonly links: SiteLinksRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Finds publishers by their folded names or makes them, and notes their sites; answers in the order of the facts. A role that is known
   * already, and an owner of a site that has one, is left out. Records no events: the import does.
   */
  async bring(facts: readonly PublisherFacts[], origin: Origin): Promise<BroughtPublisher[]> {
    if (facts.length === 0) return [];
    const keys = facts.map(({ name }) => nameKey(name));
    await this.publishers.holdNames();
    const known = new Map(await this.publishers.byNameKeys([...new Set(keys)]));
    const made = this.missing(facts, { keys, known, origin });
    await this.publishers.insert(made);
    for (const row of made) known.set(row.nameKey, row.id);
    const madeIds = new Set(made.map((row) => row.id));
    const brought = keys.map((key): BroughtPublisher => {
      const id = known.get(key) ?? '';
      // Of several rows with one new name the first makes it.
      return { id, outcome: madeIds.delete(id) ? 'created' : 'known' };
    });
    await this.links.insertNew(this.roles(facts, brought, origin));
    return brought;
  }

  /** Takes away what an import brought, unless somebody has changed it since or something else hangs on it. */
  async withdraw(importId: string): Promise<number> {
    await this.links.deleteImported(importId);
    return this.publishers.deleteImported(importId);
  }

  private missing(
    facts: readonly PublisherFacts[],
    { keys, known, origin }: { keys: readonly string[]; known: ReadonlyMap<string, string>; origin: Origin },
  ) {
    const at = this.clock.now();
    const firsts = new Map<string, PublisherFacts>();
    for (const [index, fact] of facts.entries()) {
      const key = keys[index] ?? '';
      if (!known.has(key) && !firsts.has(key)) firsts.set(key, fact);
    }
    return [...firsts].map(([key, fact]) => ({
      id: newId(at),
      name: fact.name.trim().slice(0, 200),
      nameKey: key,
      kind: fact.kind ?? ('unknown' as const),
      homeUrl: null,
      country: null,
      notes: '',
      searchText: foldedText(fact.name),
      importId: origin.importId,
      createdBy: this.database.scope().userId ?? null,
      createdAt: at,
      updatedAt: at,
    }));
  }

  private roles(
    facts: readonly PublisherFacts[],
    brought: readonly BroughtPublisher[],
    { importId }: Origin,
  ) {
    const at = this.clock.now();
    return facts.flatMap(({ siteIds = [], role = 'owner' }, index) =>
      siteIds.map((siteId) => ({
        id: newId(at),
        siteId,
        publisherId: brought[index]?.id ?? '',
        role,
        sinceOn: null,
        importId,
        createdAt: at,
      })),
    );
  }
}
