import { Injectable } from '@nestjs/common';
import type { PlacementState } from '../../core/placements/placement.js';
import type { ChangedLinks, LinkTally } from '../../core/reclaims/changed-links.js';
import type { LineOutcome, ReclamationState } from '../../core/reclaims/reclaim.js';
import { Database } from '../../platform/database/database.js';

/** A placement as reclaiming looks at it, and who is asked about it. */
export interface ReclaimedPlacement {
  readonly id: string;
  readonly clientId: string;
  readonly brandId: string;
  readonly siteId: string | null;
  readonly state: PlacementState;
  readonly stateSince: Date;
  readonly findingCodes: readonly string[];
  readonly targetFailing: boolean;
  readonly lastCheckId: string | null;
  /** The supplier of its order, else who stands behind the site; null where nobody is known. */
  readonly publisherId: string | null;
}

/** What the page showed at a check that made a placement worse, and when its link was last there. */
export interface ThenAndNow {
  readonly pageStatus: number | null;
  readonly before: LinkTally | null;
  readonly after: LinkTally | null;
}

export interface ReclamationRecord {
  readonly id: string;
  readonly clientId: string;
  readonly publisherId: string | null;
  readonly siteId: string | null;
  readonly state: ReclamationState;
  readonly revision: number;
}

export interface LineRecord {
  readonly reclamationId: string;
  readonly clientId: string;
  readonly placementId: string;
  readonly state: PlacementState;
  readonly findingCodes: readonly string[];
  readonly changedLinks: ChangedLinks;
  readonly checkId: string | null;
  readonly gotWorseAt: Date;
}

const RECORD = `id, client_id as "clientId", publisher_id as "publisherId", site_id as "siteId", state, revision`;

/** Rows of reclamations and their lines in the open transaction. */
@Injectable()
export class ReclamationRows {
  constructor(private readonly database: Database) {}

  placements(ids: readonly string[]): Promise<ReclaimedPlacement[]> {
    return this.query(
      `select p.id, p.client_id as "clientId", p.brand_id as "brandId", p.site_id as "siteId", p.state,
         p.state_since as "stateSince", p.finding_codes as "findingCodes", p.target_failing as "targetFailing",
         p.last_check_id as "lastCheckId",
         coalesce(
           (select o.supplier_publisher_id from order_lines l join orders o on o.id = l.order_id
            where l.placement_id = p.id and l.state <> 'cancelled' and o.supplier_publisher_id is not null
            order by o.id desc limit 1),
           (select sp.publisher_id from site_publishers sp where sp.site_id = p.site_id and sp.ended_at is null
            order by sp.role <> 'owner', sp.created_at, sp.id limit 1)) as "publisherId"
       from placements p where p.id = any ($1::uuid[]) order by p.id`,
      [ids],
    );
  }

  /** Links of the page at a check, and at the last one before it that saw ours as it should be. */
  async thenAndNow(
    placementId: string,
    checkId: string,
    goodVerdicts: readonly string[],
  ): Promise<ThenAndNow | null> {
    const rows = await this.query<ThenAndNow>(
      `select c.page_status as "pageStatus", c.links as after,
         (select b.links from checks b where b.placement_id = $1 and b.id < $2 and b.verdict = any ($3) and b.links is not null
          order by b.id desc limit 1) as before
       from checks c where c.placement_id = $1 and c.id = $2`,
      [placementId, checkId, goodVerdicts],
    );
    return rows[0] ?? null;
  }

  /** Lets one transaction after the other look for the open reclamation of a client, and make it. */
  async holdClient(clientId: string): Promise<void> {
    await this.query('select id from clients where id = $1 for no key update', [clientId]);
  }

  /** The open reclamation of a client and a counterparty: the oldest, where a merge of publishers left several. Null when there is none. */
  async open(
    clientId: string,
    counterparty: { publisherId: string | null; siteId: string | null },
  ): Promise<ReclamationRecord | null> {
    const { publisherId, siteId } = counterparty;
    const rows = await this.query<ReclamationRecord>(
      `select ${RECORD} from reclamations
       where client_id = $1 and publisher_id is not distinct from $2 and site_id is not distinct from $3
         and state in ('proposed', 'sent', 'answered') order by id limit 1 for update`,
      [clientId, publisherId, siteId],
    );
    return rows[0] ?? null;
  }

  async insert(row: Omit<ReclamationRecord, 'state' | 'revision'>, at: Date): Promise<void> {
    await this.query(
      `insert into reclamations (workspace_id, id, client_id, publisher_id, site_id, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $6)`,
      [this.workspaceId(), row.id, row.clientId, row.publisherId, row.siteId, at],
    );
  }

  /** Writes a line; one that is there takes on what the placement has become, and is open again. */
  async putLine(line: LineRecord): Promise<void> {
    await this.query(
      `insert into reclamation_placements as l (workspace_id, client_id, reclamation_id, placement_id, state, finding_codes,
         changed_links, check_id, got_worse_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (workspace_id, reclamation_id, placement_id) do update
         set state = excluded.state, finding_codes = excluded.finding_codes, changed_links = excluded.changed_links,
           check_id = excluded.check_id, outcome = 'open', outcome_at = null,
           got_worse_at = case when l.outcome = 'open' then l.got_worse_at else excluded.got_worse_at end`,
      [
        this.workspaceId(),
        line.clientId,
        line.reclamationId,
        line.placementId,
        line.state,
        line.findingCodes,
        line.changedLinks,
        line.checkId,
        line.gotWorseAt,
      ],
    );
  }

  /** Settles the open lines of a placement; answers the reclamations they stand on. */
  async settle(placementId: string, outcome: LineOutcome, at: Date): Promise<string[]> {
    const rows = await this.query<{ reclamationId: string }>(
      `with settled as (
         update reclamation_placements set outcome = $2, outcome_at = $3 where placement_id = $1 and outcome = 'open'
         returning reclamation_id)
       select distinct reclamation_id as "reclamationId" from settled`,
      [placementId, outcome, at],
    );
    return rows.map(({ reclamationId }) => reclamationId);
  }

  /** Gives every open line of a reclamation this outcome. */
  async settleAll(reclamationId: string, outcome: LineOutcome, at: Date): Promise<void> {
    await this.query(
      `update reclamation_placements set outcome = $2, outcome_at = $3 where reclamation_id = $1 and outcome = 'open'`,
      [reclamationId, outcome, at],
    );
  }

  /** Opens the lines again that ended in this way. */
  async openAll(reclamationId: string, outcome: LineOutcome): Promise<void> {
    await this.query(
      `update reclamation_placements set outcome = 'open', outcome_at = null where reclamation_id = $1 and outcome = $2`,
      [reclamationId, outcome],
    );
  }

  async outcomes(reclamationId: string): Promise<LineOutcome[]> {
    const rows = await this.query<{ outcome: LineOutcome }>(
      'select outcome from reclamation_placements where reclamation_id = $1',
      [reclamationId],
    );
    return rows.map(({ outcome }) => outcome);
  }

  async lock(id: string): Promise<ReclamationRecord | null> {
    const rows = await this.query<ReclamationRecord>(
      `select ${RECORD} from reclamations where id = $1 for update`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** Writes the given columns and counts the revision up. */
  async save(id: string, columns: Readonly<Record<string, unknown>>, at: Date): Promise<void> {
    const names = Object.keys(columns);
    const sets = names.map((name, index) => `${name} = $${index + 3}`);
    await this.query(
      `update reclamations set ${[...sets, 'updated_at = $2', 'revision = revision + 1'].join(', ')} where id = $1`,
      [id, at, ...names.map((name) => columns[name])],
    );
  }

  /** Adds a line to the notes. */
  async addNote(id: string, note: string): Promise<void> {
    await this.query(
      `update reclamations set note = case note when '' then $2 else note || E'\\n' || $2 end where id = $1`,
      [id, note],
    );
  }

  private workspaceId(): string {
    return this.database.scope().workspaceId;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
