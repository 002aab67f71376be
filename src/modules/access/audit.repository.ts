import type { Database } from '../../platform/database/database.js';
import { AuditEventEntity, type Outcome } from './audit-event.entity.js';

/** Which audit events a list shows; `before` is the id after which it goes on, newest first. */
export interface AuditFilter {
  readonly workspaceId: string;
  readonly action?: string;
  readonly actor?: string;
  readonly outcome?: Outcome;
  readonly before?: string;
}

/** The rows of audit events: added and read, never changed. */
export class AuditRepository {
  constructor(private readonly database: Database) {}

  /** Adds one event. */
  async add(event: AuditEventEntity): Promise<void> {
    await this.database.manager().getRepository(AuditEventEntity).insert(event);
  }

  /** Events newest first, by their id, which holds their moment. */
  page(filter: AuditFilter, limit: number): Promise<AuditEventEntity[]> {
    return this.query(filter, filter.before).orderBy('e.id', 'DESC').limit(limit).getMany();
  }

  /** How many events fit, counted up to `most`. */
  async count(filter: AuditFilter, most: number): Promise<number> {
    const counted = this.query(filter, undefined).select('1').limit(most);
    const [sql, values] = counted.getQueryAndParameters();
    const rows = await this.database
      .manager()
      .query<{ n: number }[]>(`select count(*)::int as n from (${sql}) counted`, values);
    return rows[0]?.n ?? 0;
  }

  private query(filter: AuditFilter, before: string | undefined) {
    const query = this.database.manager().getRepository(AuditEventEntity).createQueryBuilder('e');
    query.where('e.workspace_id = :workspaceId', { workspaceId: filter.workspaceId });
    if (filter.action !== undefined) query.andWhere('e.action = :action', { action: filter.action });
    if (filter.actor !== undefined) query.andWhere('e.actor_user_id = :actor', { actor: filter.actor });
    if (filter.outcome !== undefined) query.andWhere('e.outcome = :outcome', { outcome: filter.outcome });
    if (before !== undefined) query.andWhere('e.id < :before', { before });
    return query;
  }
}
