import { Injectable } from '@nestjs/common';
import type { Finder, PageKind, ProposalState } from '../../core/discovery/discovery.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { COUNTED_UP_TO } from '../../platform/http/list.dto.js';

/** Somebody who is proposed. */
export interface NewProposal {
  readonly name: string;
  readonly position: string;
  readonly address: string | null;
  readonly key: string | null;
  readonly pageUrl: string;
  readonly pageKind: PageKind;
  readonly evidenceText: string;
  readonly confidence: number | null;
  readonly proposedGround: 'published_for_purpose' | null;
  readonly foundBy: Finder;
}

export interface ProposalRow extends Omit<NewProposal, 'key'> {
  readonly id: string;
  readonly siteId: string;
  readonly siteKey: string;
  readonly foundAt: Date;
  readonly state: ProposalState;
  readonly contactId: string | null;
  readonly knownContactId: string | null;
  readonly decidedAt: Date | null;
}

/** Which proposals a page shows: after the last one shown, newest first. */
export interface ProposalsPage {
  readonly siteId: string | null;
  readonly state: ProposalState;
  readonly after: { readonly foundAt: string; readonly id: string } | null;
  readonly limit: number;
}

const COLUMNS = `p.id, p.site_id as "siteId", s.site_key as "siteKey", p.name, p.position, p.address, p.page_url as "pageUrl",
  p.page_kind as "pageKind", p.evidence_text as "evidenceText", p.confidence, p.proposed_ground as "proposedGround", p.found_by as "foundBy",
  p.found_at as "foundAt", p.state, p.contact_id as "contactId", p.decided_at as "decidedAt",
  (select a.contact_id from contact_addresses a where a.address_key = p.address_key and a.archived_at is null) as "knownContactId"`;

const FROM = `from contact_proposals p join sites s on s.workspace_id = p.workspace_id and s.id = p.site_id`;

/** Proposed contacts in the open transaction. */
@Injectable()
export class ProposalsRepository {
  constructor(private readonly database: Database) {}

  /** Writes down who was found, unless they were proposed for this site before; answers how many are new. */
  async insert(siteId: string, proposals: readonly NewProposal[], at: Date): Promise<number> {
    const rows = await this.query<unknown>(
      `with added as (
         insert into contact_proposals (workspace_id, id, site_id, name, position, address, address_key, page_url, page_kind, evidence_text,
           confidence, proposed_ground, found_by, found_at)
         select $2, id, $3, name, position, address, key, "pageUrl", "pageKind", "evidenceText", confidence, "proposedGround", "foundBy", $4
         from jsonb_to_recordset($1::jsonb) as x (id uuid, name text, position text, address text, key text, "pageUrl" text, "pageKind" text,
           "evidenceText" text, confidence integer, "proposedGround" text, "foundBy" text)
         where x.key is null or not exists (select 1 from contact_proposals o where o.site_id = $3 and o.address_key = x.key)
         on conflict do nothing returning 1
       ) select 1 from added`,
      [
        JSON.stringify(proposals.map((proposal) => ({ id: newId(at), ...proposal }))),
        this.database.scope().workspaceId,
        siteId,
        at,
      ],
    );
    return rows.length;
  }

  page({ siteId, state, after, limit }: ProposalsPage): Promise<(ProposalRow & { sortKey: string })[]> {
    return this.query(
      `select ${COLUMNS}, to_char(p.found_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey" ${FROM}
       where p.state = $1 and ($2::uuid is null or p.site_id = $2)
         and ($3::timestamptz is null or (p.found_at, p.id) < ($3, $4::uuid))
       order by p.found_at desc, p.id desc limit $5`,
      [state, siteId, after?.foundAt ?? null, after?.id ?? null, limit + 1],
    );
  }

  async count(siteId: string | null, state: ProposalState): Promise<number> {
    const rows = await this.query<{ n: number }>(
      `select count(*)::int as n from (
         select 1 from contact_proposals where state = $1 and ($2::uuid is null or site_id = $2) limit $3
       ) counted`,
      [state, siteId, COUNTED_UP_TO + 1],
    );
    return rows[0]?.n ?? 0;
  }

  async find(id: string): Promise<ProposalRow | null> {
    const rows = await this.query<ProposalRow>(`select ${COLUMNS} ${FROM} where p.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** The proposal with its row locked. */
  async lock(id: string): Promise<ProposalRow | null> {
    await this.query('select 1 from contact_proposals where id = $1 for update', [id]);
    return this.find(id);
  }

  async decide(id: string, state: ProposalState, contactId: string | null, at: Date): Promise<void> {
    await this.query(
      'update contact_proposals set state = $2, contact_id = $3, decided_by = $4, decided_at = $5 where id = $1',
      [id, state, contactId, this.database.scope().userId ?? null, at],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
