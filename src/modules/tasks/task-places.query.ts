import { Injectable } from '@nestjs/common';
import type { FoundPlaces, NamedPlace, TaskPlace } from '../../core/tasks/task-place.js';
import { Database } from '../../platform/database/database.js';

/** A record a wish names that is not there, or not to be seen. */
export interface MissingRecord {
  readonly missing: keyof TaskPlace;
}

/** How each record a task can hang on says where it belongs itself. */
const FIND = {
  pitchId: `select client_id as "clientId", campaign_id as "campaignId", site_id as "siteId" from pitches where id = $1 for key share`,
  placementId: `select client_id as "clientId", campaign_id as "campaignId", pitch_id as "pitchId", site_id as "siteId" from placements
    where id = $1 for key share`,
  orderId: `select client_id as "clientId", campaign_id as "campaignId", pitch_id as "pitchId" from orders where id = $1 for key share`,
  campaignId: `select client_id as "clientId" from campaigns where id = $1 for key share`,
  clientId: 'select id as "clientId" from clients where id = $1 for key share',
  siteId: 'select id as "siteId" from sites where id = $1 for key share',
} as const satisfies Record<keyof TaskPlace, string>;

/** What tasks look up about the records they hang on and the people who do them, in the open transaction. */
@Injectable()
export class TaskPlaces {
  constructor(private readonly database: Database) {}

  /** The records a wish names, with where each belongs itself; or the first that is not there. */
  async found(named: NamedPlace): Promise<FoundPlaces | MissingRecord> {
    const found: Partial<Record<keyof TaskPlace, Partial<TaskPlace>>> = {};
    for (const slot of Object.keys(FIND) as (keyof typeof FIND)[]) {
      const id = named[slot];
      if (id === undefined || id === null) continue;
      const [row] = await this.query<Partial<TaskPlace>>(FIND[slot], [id]);
      if (row === undefined) return { missing: slot };
      found[slot] = row;
    }
    return found;
  }

  /** Of these clients those whose tasks a member can do: one of the team who is still there and sees them. Null stands for no client. */
  async clientsFor(
    memberId: string,
    clientIds: readonly (string | null)[],
  ): Promise<ReadonlySet<string | null>> {
    const [member] = await this.query<{ isLimited: boolean }>(
      `select limited_to_clients as "isLimited" from members where id = $1 and left_at is null and role <> 'client'`,
      [memberId],
    );
    if (member === undefined) return new Set();
    if (!member.isLimited) return new Set(clientIds);
    const seen = await this.query<{ id: string }>(
      'select client_id as id from member_clients where member_id = $1',
      [memberId],
    );
    return new Set([null, ...seen.map(({ id }) => id)]);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
