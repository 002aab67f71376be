import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A campaign, as orders need it. */
export interface CampaignOfOrder {
  readonly id: string;
  readonly clientId: string;
  readonly currency: string | null;
}

/** A pitch, as orders need it. */
export interface PitchOfOrder {
  readonly id: string;
  readonly clientId: string;
  readonly campaignId: string;
}

/** What orders hang on, in the open transaction; null where there is none to be seen. */
@Injectable()
export class OrderPlacesRepository {
  constructor(private readonly database: Database) {}

  campaign(id: string): Promise<CampaignOfOrder | null> {
    return this.one('select id, client_id as "clientId", currency from campaigns where id = $1', [id]);
  }

  pitch(id: string): Promise<PitchOfOrder | null> {
    return this.one(
      'select id, client_id as "clientId", campaign_id as "campaignId" from pitches where id = $1',
      [id],
    );
  }

  /** The member behind a user, if that one sees the client: who makes an order looks after it. */
  async memberOf(userId: string, clientId: string): Promise<string | null> {
    const row = await this.one<{ id: string }>(
      `select m.id from members m where m.user_id = $1 and m.left_at is null and m.role <> 'client' and ${SEES('$2')}`,
      [userId, clientId],
    );
    return row?.id ?? null;
  }

  /** Whether a member of the team is there and sees the client. */
  async maySee(memberId: string, clientId: string): Promise<boolean> {
    const row = await this.one(
      `select 1 from members m where m.id = $1 and m.left_at is null and m.role <> 'client' and ${SEES('$2')}`,
      [memberId, clientId],
    );
    return row !== null;
  }

  /** Orders from a pitch that are not called off. */
  async ordersOfPitch(pitchId: string): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      `select id from orders where pitch_id = $1 and stage <> 'cancelled' order by id`,
      [pitchId],
    );
    return rows.map(({ id }) => id);
  }

  /** Placements of a pitch that no standing line buys, with their sites. */
  freePlacementsOf(pitchId: string): Promise<{ id: string; siteId: string | null }[]> {
    return this.query(
      `select p.id, p.site_id as "siteId" from placements p
       where p.pitch_id = $1 and p.archived_at is null and not exists (
         select 1 from order_lines l where l.placement_id = p.id and l.state not in ('cancelled', 'replaced', 'credited'))
       order by p.id`,
      [pitchId],
    );
  }

  private async one<Row>(sql: string, values: unknown[]): Promise<Row | null> {
    return (await this.query<Row>(sql, values))[0] ?? null;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

const SEES = (client: string): string => `(not m.limited_to_clients or exists (
  select 1 from member_clients mc where mc.workspace_id = m.workspace_id and mc.member_id = m.id and mc.client_id = ${client}))`;
