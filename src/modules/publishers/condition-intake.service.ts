import { Injectable } from '@nestjs/common';
import {
  type AskedTerms,
  type ConditionsSubject,
  judgeTold,
  type KnownTerms,
} from '../../core/publishers/told-conditions.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { UNTOLD } from './conditions.repository.js';
import { SiteLinksRepository } from './site-links.repository.js';
import {
  type NewToldConditions,
  type Replacement,
  ToldConditionsRepository,
} from './told-conditions.repository.js';

/** What a row of a file says is asked, of a site or of a publisher for all its sites. */
export interface ConditionFacts extends ConditionsSubject, AskedTerms {
  /** The day the file tells of, YYYY-MM-DD. */
  readonly day: string;
}

interface Judged {
  readonly rows: NewToldConditions[];
  readonly replaced: Replacement[];
  /** Of each fact the id it was written down under. */
  readonly ids: (string | null)[];
}

/** The bulk way to conditions, for imports: set-based, within the open transaction of a batch. */
@Injectable()
export class ConditionIntake {
  constructor(
    private readonly database: Database,
    private readonly conditions: ToldConditionsRepository,
    private readonly links: SiteLinksRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes down what files tell is asked; answers of each fact the id it got, null where it says nothing new. Where no publisher is named the owner of the site asks for it, and
   * without an owner the site is asked for it by nobody in particular. Of several facts about one thing the last of the latest day counts.
   * Records no events: the import does.
   */
  async bring(told: readonly ConditionFacts[], importId: string): Promise<readonly (string | null)[]> {
    if (told.length === 0) return [];
    await this.conditions.hold();
    const facts = await this.withOwners(told);
    const known = await this.knownOf(facts);
    const judged = this.judge(facts, { known, importId });
    await this.conditions.insert(judged.rows);
    await this.conditions.replace(judged.replaced, this.clock.now());
    return judged.ids;
  }

  /** Takes away what an import wrote down, unless somebody has decided on it since. */
  withdraw(importId: string, ids: readonly string[]): Promise<void> {
    return ids.length === 0 ? Promise.resolve() : this.conditions.withdraw(importId, ids);
  }

  private async withOwners(told: readonly ConditionFacts[]): Promise<readonly ConditionFacts[]> {
    const unnamed = told.flatMap(({ publisherId, siteId }) =>
      publisherId === null && siteId !== null ? [siteId] : [],
    );
    const owners = unnamed.length === 0 ? NOBODY : await this.links.ownersOf([...new Set(unnamed)]);
    return told.map((fact) => ({
      ...fact,
      publisherId: fact.publisherId ?? owners.get(fact.siteId ?? '') ?? null,
    }));
  }

  private async knownOf(facts: readonly ConditionFacts[]): Promise<ReadonlyMap<string, KnownTerms[]>> {
    const siteIds = new Set(facts.flatMap(({ siteId }) => siteId ?? []));
    const publisherIds = new Set(
      facts.flatMap(({ siteId, publisherId }) => (siteId === null ? (publisherId ?? []) : [])),
    );
    const known = new Map<string, KnownTerms[]>();
    for (const row of await this.conditions.known([...siteIds], [...publisherIds]))
      known.set(subjectKey(row), [...(known.get(subjectKey(row)) ?? []), row]);
    return known;
  }

  private judge(
    facts: readonly ConditionFacts[],
    { known, importId }: { known: ReadonlyMap<string, readonly KnownTerms[]>; importId: string },
  ): Judged {
    const at = this.clock.now();
    const recordedBy = this.database.scope().userId ?? null;
    const judged: Judged = { rows: [], replaced: [], ids: [] };
    const counting = lastOfEach(facts);
    for (const [index, fact] of facts.entries()) {
      const verdict = counting.has(index)
        ? judgeTold(fact, known.get(subjectKey(fact)) ?? [])
        : { kind: 'known' as const };
      if (verdict.kind === 'known') {
        judged.ids.push(null);
        continue;
      }
      const id = newId(at);
      const { day, ...asked } = fact;
      const replacedById = verdict.kind === 'past' ? verdict.replacedBy : null;
      judged.rows.push({
        ...UNTOLD,
        ...asked,
        id,
        askedOn: day,
        importId,
        recordedBy,
        recordedAt: at,
        replacedById,
      });
      if (verdict.kind === 'newer')
        judged.replaced.push(...verdict.replaces.map((old) => ({ id: old, byId: id })));
      judged.ids.push(id);
    }
    return judged;
  }
}

const NOBODY: ReadonlyMap<string, string> = new Map();

function subjectKey({ publisherId, siteId, type }: ConditionsSubject): string {
  return `${publisherId ?? ''} ${siteId ?? ''} ${type ?? ''}`;
}

/** The places of the facts that count: of each subject the last of the latest day. */
function lastOfEach(facts: readonly ConditionFacts[]): ReadonlySet<number> {
  const last = new Map<string, number>();
  for (const [index, fact] of facts.entries()) {
    const before = facts[last.get(subjectKey(fact)) ?? -1];
    if (before === undefined || fact.day >= before.day) last.set(subjectKey(fact), index);
  }
  return new Set(last.values());
}
