import { Injectable } from '@nestjs/common';
import { foldTellings, type SiteTelling, toldState } from '../../core/relationships/linking-site.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/id.js';
import type { LinkBecame } from './link-facts.js';
import { type LinkingSiteRow, LinkingSitesRepository } from './linking-sites.repository.js';
import { RelationshipRows } from './relationship-rows.repository.js';
import { ToldSites } from './told-sites.js';

/** A whole site that links to a brand, as a row of a tool's list tells of it. What is not known is left out. */
export interface LinkingSiteFact {
  readonly siteId: string;
  /** The host as the list names it: once in a list. */
  readonly named: string;
  readonly linkCount?: number;
  readonly followCount?: number;
  readonly firstSeenOn?: string;
  readonly lastSeenAt?: Date;
  readonly lostAt?: Date;
}

/** Whose list it is, of which brand, and the day it tells of. */
export interface LinkingSiteSource {
  readonly brandId: string;
  readonly clientId: string;
  readonly source: string;
  readonly importId: string;
  readonly observedAt: Date;
}

/** What a row made of what the tool's other lists told of the site. */
export interface LinkingSiteOutcome {
  readonly kind: 'created' | 'changed' | 'unchanged';
  readonly became: Exclude<LinkBecame, 'refused'>;
}

/** What tools say of whole sites comes in with imports, many sites at once, in the open transaction; and goes with their undoing. */
@Injectable()
export class LinkingSiteIntake {
  constructor(
    private readonly linkingSites: LinkingSitesRepository,
    private readonly relationships: RelationshipRows,
    private readonly told: ToldSites,
    private readonly clock: Clock,
  ) {}

  /** Takes up to 5,000 facts in, one outcome for each in the same order. The same facts of the same import again change nothing. */
  async bring(
    facts: readonly LinkingSiteFact[],
    list: LinkingSiteSource,
  ): Promise<readonly LinkingSiteOutcome[]> {
    const { brandId, clientId, importId } = list;
    const pairs = facts.map(({ siteId }) => ({ brandId, clientId, siteId }));
    await this.relationships.hold(pairs, this.clock.now(), importId);
    const known = byHost(
      await this.linkingSites.named(
        list,
        facts.map(({ named }) => named),
      ),
    );
    const rows = facts.map((fact) => this.rowOf(fact, list));
    const outcomes = rows.map((row) => outcomeOf(row, known.get(row.named) ?? []));
    await this.linkingSites.save(rows.filter((_, at) => outcomes[at]?.kind !== 'unchanged'));
    await this.told.retell(pairs);
    return outcomes;
  }

  /** Takes away what an import told of some sites, at most `limit`; answers how many. Call it until it answers 0. */
  async withdraw(importId: string, limit: number): Promise<number> {
    const rows = await this.linkingSites.ofImport(importId, limit);
    if (rows.length === 0) return 0;
    await this.relationships.hold(rows, this.clock.now(), null);
    await this.linkingSites.remove(rows.map(({ id }) => id));
    await this.told.retell(rows);
    return rows.length;
  }

  /**
   * After the last batch of a complete list: sites that stood in the tool's lists before and that this one does not name are lost as of its
   * day. Looks at up to `limit` hosts behind `after` at a time; call it with what it answers as `next` until that is null.
   */
  async concludeComplete(
    list: Omit<LinkingSiteSource, 'clientId'>,
    limit: number,
    after: string | null,
  ): Promise<{ lost: number; next: string | null }> {
    const hosts = await this.linkingSites.hosts(list, after ?? '', limit);
    const known = byHost(await this.linkingSites.named(list, hosts));
    const missing = hosts.flatMap((host) => missingOf(known.get(host) ?? [], list));
    await this.relationships.hold(missing, this.clock.now(), null);
    await this.linkingSites.save(missing.map((row) => ({ ...row, id: newId(this.clock.now()) })));
    await this.told.retell(missing);
    return { lost: missing.length, next: hosts.length < limit ? null : (hosts.at(-1) ?? null) };
  }

  private rowOf(fact: LinkingSiteFact, { observedAt, ...list }: LinkingSiteSource): LinkingSiteRow {
    const { siteId, named, linkCount = null, followCount = null, firstSeenOn = null } = fact;
    const lastSeenAt = fact.lastSeenAt?.getTime() ?? null;
    const lostAt = fact.lostAt?.getTime() ?? null;
    const state = toldState({ linkCount, lastSeenAt, lostAt });
    return {
      ...{ id: newId(this.clock.now()), ...list, siteId, named, linkCount, followCount, firstSeenOn },
      ...{ state, lastSeenAt, lostAt: state === 'lost' ? lostAt : null, lostReason: null },
      observedAt: observedAt.getTime(),
    };
  }
}

function byHost(rows: readonly LinkingSiteRow[]): ReadonlyMap<string, readonly LinkingSiteRow[]> {
  const groups = new Map<string, LinkingSiteRow[]>();
  for (const row of rows) groups.set(row.named, [...(groups.get(row.named) ?? []), row]);
  return groups;
}

/** Compared with what the other lists of the tool come to: a list that is told of again is no news. */
function outcomeOf(row: LinkingSiteRow, known: readonly LinkingSiteRow[]): LinkingSiteOutcome {
  const own = known.find(({ importId }) => importId === row.importId);
  const others = known.filter((one) => one !== own);
  const [before] = foldTellings(others);
  const [after] = foldTellings([...others, row]);
  return { kind: kindOf(row, own), became: becameOf(before?.state, after?.state) };
}

function kindOf(row: LinkingSiteRow, own: LinkingSiteRow | undefined): LinkingSiteOutcome['kind'] {
  if (own === undefined) return 'created';
  return JSON.stringify(wordsOf(own)) === JSON.stringify(wordsOf(row)) ? 'unchanged' : 'changed';
}

function wordsOf(row: LinkingSiteRow): unknown {
  const { siteId, state, linkCount, followCount, firstSeenOn, lastSeenAt, lostAt, observedAt } = row;
  return { siteId, state, linkCount, followCount, firstSeenOn, lastSeenAt, lostAt, observedAt };
}

function becameOf(
  before: SiteTelling['state'] | undefined,
  after: SiteTelling['state'] | undefined,
): LinkingSiteOutcome['became'] {
  if (before !== 'lost' && after === 'lost') return 'lost';
  if (before === undefined) return 'new';
  return before === 'lost' && after === 'live' ? 'restored' : 'again';
}

/** The loss of a host that the tool's lists come to as standing and that a complete one does not name. */
function missingOf(
  known: readonly LinkingSiteRow[],
  { importId, observedAt }: Pick<LinkingSiteSource, 'importId' | 'observedAt'>,
): LinkingSiteRow[] {
  const [now] = foldTellings(known);
  const [place] = known;
  if (place === undefined || now?.state !== 'live') return [];
  if (known.some((row) => row.importId === importId)) return [];
  // A list of an earlier day does not know what came after it; one of the same day does not say more.
  if (now.observedAt >= observedAt.getTime()) return [];
  return [
    {
      ...{ ...place, importId, state: 'lost', linkCount: null, followCount: null, firstSeenOn: null },
      ...{ lastSeenAt: null, lostAt: observedAt.getTime(), lostReason: 'not_in_export' },
      observedAt: observedAt.getTime(),
    },
  ];
}
