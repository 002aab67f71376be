import { Injectable } from '@nestjs/common';
import type { SuppressionSource, SuppressionWish } from '../../core/courtesy/suppression.js';
import type { SuppressionReason } from '../../core/prospects/prospect.js';
import { Database } from '../../platform/database/database.js';

/** An entry to write down, its address known by a hash. */
export interface FreshSuppression extends SuppressionWish {
  readonly id: string;
  readonly addressHash: string | null;
}

/** An entry as those who act on it need it. */
export interface SuppressionEntry {
  readonly id: string;
  readonly siteId: string | null;
  readonly siteKey: string | null;
  /** SHA-256 of the address's key in hexadecimal digits. */
  readonly addressHash: string | null;
  readonly address: string | null;
  readonly clientId: string | null;
  readonly reason: SuppressionReason;
  readonly source: SuppressionSource;
  readonly sourceId: string | null;
  readonly createdAt: Date;
}

const ENTRY = `s.id, s.site_id as "siteId", w.site_key as "siteKey", encode(s.address_hash, 'hex') as "addressHash", s.address,
  s.client_id as "clientId", s.reason, s.source, s.source_id as "sourceId", s.created_at as "createdAt"`;
const FROM = 'suppressions s left join sites w on w.id = s.site_id';

/** Whom nobody may write to, in the open transaction. The table itself keeps `prospects.do_not_contact` true. */
@Injectable()
export class SuppressionsRepository {
  constructor(private readonly database: Database) {}

  /** Writes entries down; answers the ids of those that were not on the list already. */
  async insert(rows: readonly FreshSuppression[], at: Date): Promise<ReadonlySet<string>> {
    const { workspaceId, userId = null } = this.database.scope();
    const inserted = await this.query<{ id: string }>(
      `insert into suppressions (workspace_id, id, kind, site_id, address, address_hash, reason, note, import_id, created_by, created_at,
         client_id, source, source_id, evidence)
       select $1, f.id, case when f.site is null then 'address' else 'site' end, f.site, f.address, decode(f.hash, 'hex'), f.reason, f.note,
         f.import, $2, $3, f.client, f.source, f.source_id, f.evidence
       from jsonb_to_recordset($4::jsonb) as f (id uuid, site uuid, address text, hash text, reason text, note text, import uuid, client uuid,
         source text, source_id uuid, evidence text)
       order by f.site, f.hash on conflict do nothing returning id`,
      [workspaceId, userId, at, JSON.stringify(rows.map(written))],
    );
    return new Set(inserted.map(({ id }) => id));
  }

  /** What a person asked for themselves outweighs why the entry was made before: it gets their reason and words. */
  async outweigh(rows: readonly FreshSuppression[]): Promise<void> {
    await this.query(
      `update suppressions s set reason = f.reason, source = f.source, source_id = f.source_id, evidence = f.evidence
       from jsonb_to_recordset($1::jsonb) as f (hash text, client uuid, reason text, source text, source_id uuid, evidence text)
       where s.address_hash = decode(f.hash, 'hex') and s.client_id is not distinct from f.client and s.lifted_at is null
         and s.reason not in ('asked', 'objected', 'complained')`,
      [JSON.stringify(rows.map(written))],
    );
  }

  /** Takes the addresses and what was said out of entries: their hashes alone stay. */
  async forgetAddresses(hashes: readonly string[]): Promise<void> {
    await this.query(
      `update suppressions set address = null, note = '', evidence = '', source = 'erasure'
       where address_hash in (select decode(h, 'hex') from unnest($1::text[]) h)`,
      [hashes],
    );
  }

  /** An entry that holds, with its row locked; null when there is none. */
  async lock(id: string): Promise<SuppressionEntry | null> {
    return this.first(
      `select ${ENTRY} from ${FROM} where s.id = $1 and s.lifted_at is null for update of s`,
      [id],
    );
  }

  /** An entry, lifted or not. */
  one(id: string): Promise<SuppressionEntry | null> {
    return this.first(`select ${ENTRY} from ${FROM} where s.id = $1`, [id]);
  }

  async lift(id: string, reason: string, at: Date): Promise<void> {
    await this.query(
      'update suppressions set lifted_at = $2, lifted_by = $3, lift_reason = $4 where id = $1',
      [id, at, this.database.scope().userId ?? null, reason],
    );
  }

  /** The entry that keeps a mail from going: of the address, of the site, or of the site the address is at. */
  async holding(asked: {
    readonly addressHash: string | null;
    readonly siteId: string | null;
    readonly domainKey: string | null;
    readonly clientId: string | null;
  }): Promise<SuppressionEntry | null> {
    const holds = 's.lifted_at is null and (s.client_id is null or s.client_id = $1)';
    return this.first(
      `(select ${ENTRY} from ${FROM} where s.address_hash = decode($2, 'hex') and ${holds} limit 1)
       union all (select ${ENTRY} from ${FROM} where s.site_id = $3 and ${holds} limit 1)
       union all (select ${ENTRY} from ${FROM} where s.site_id = (select id from sites where site_key = $4) and ${holds} limit 1) limit 1`,
      [asked.clientId, asked.addressHash, asked.siteId, asked.domainKey],
    );
  }

  /** Takes entries away as if they had never been, those of whole sites or those an import made; answers them. */
  async takeBack(
    which: { readonly siteIds: readonly string[] } | { readonly importId: string; readonly atMost: number },
  ): Promise<SuppressionEntry[]> {
    const [wanted, values] =
      'siteIds' in which
        ? ['site_id = any ($1::uuid[]) and client_id is null and lifted_at is null', [which.siteIds]]
        : ['import_id = $1 and lifted_at is null limit $2', [which.importId, which.atMost]];
    const found = await this.query<SuppressionEntry>(
      `select ${ENTRY} from (select * from suppressions where ${wanted} for update) s left join sites w on w.id = s.site_id`,
      values,
    );
    if (found.length > 0)
      await this.query('delete from suppressions where id = any ($1::uuid[])', [found.map(({ id }) => id)]);
    return found;
  }

  /** Keys of sites by their ids. */
  async siteKeys(siteIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.query<{ id: string; key: string }>(
      'select id, site_key as key from sites where id = any ($1::uuid[])',
      [siteIds],
    );
    return new Map(rows.map(({ id, key }) => [id, key]));
  }

  /** The records whose timelines tell of entries: the prospects of sites and the contacts at addresses. */
  subjects(
    siteIds: readonly string[],
    keys: readonly string[],
  ): Promise<{ of: string; kind: 'prospect' | 'contact'; id: string }[]> {
    return this.query(
      `select site_id::text as of, 'prospect' as kind, id from prospects where site_id = any ($1::uuid[])
       union all
       select address_key, 'contact', contact_id from contact_addresses where address_key = any ($2::text[]) and archived_at is null`,
      [siteIds, keys],
    );
  }

  /** Of these sites those that mail waits for: news of the others stops nobody. */
  async awaitedSites(siteIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.query<{ id: string }>(
      `select distinct site_id as id from enrollments
       where site_id = any ($1::uuid[]) and state in ('awaiting_approval', 'running', 'paused')`,
      [siteIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The keys of addresses with this hash that anything here knows: people, enrolments, mails. */
  async keysOf(hash: string): Promise<string[]> {
    const known = [
      ['contact_addresses', 'address_key', 'true'],
      ['enrollments', 'to_address_key', "state in ('awaiting_approval', 'running', 'paused')"],
      ['outbound_messages', 'to_address_key', "state in ('ready', 'claimed', 'deferred', 'in_doubt')"],
    ] as const;
    const parts = known.map(
      ([table, column, wanted]) =>
        `select ${column} as key from ${table} where ${wanted} and sha256(convert_to(${column}, 'UTF8')) = decode($1, 'hex')`,
    );
    const rows = await this.query<{ key: string }>(parts.join(' union '), [hash]);
    return rows.map(({ key }) => key);
  }

  /** The address a mail went to, by the mail's id; null when there is none. */
  async addressOfMail(outboundId: string): Promise<string | null> {
    const rows = await this.query<{ key: string }>(
      'select to_address_key as key from outbound_messages where id = $1',
      [outboundId],
    );
    return rows[0]?.key ?? null;
  }

  private async first(sql: string, values: unknown[]): Promise<SuppressionEntry | null> {
    return (await this.query<SuppressionEntry>(sql, values))[0] ?? null;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function written(row: FreshSuppression): Readonly<Record<string, string | null>> {
  return {
    id: row.id,
    site: row.siteId ?? null,
    address: row.addressKey ?? null,
    hash: row.addressHash,
    reason: row.reason,
    note: row.note ?? '',
    import: row.importId ?? null,
    client: row.clientId ?? null,
    source: row.source,
    source_id: row.sourceId ?? null,
    evidence: (row.evidence ?? '').slice(0, 2000),
  };
}
