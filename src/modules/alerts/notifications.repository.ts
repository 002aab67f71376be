import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, IsNull, LessThan, Raw } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { NotificationEntity } from './notification.entity.js';

/** How many lines of a bell are looked at to count the unread ones: the bell says "99+" long before. */
const COUNTED = 200;

/** Lines about placements and approvals are for those who see them, which row-level security decides at each look. */
const visible = (kind: string): string =>
  `(case ${kind} when 'placement' then exists (select 1 from placements p where p.id = subject_id)
    when 'approval' then exists (select 1 from approvals a where a.id = subject_id) else true end)`;

/** The lines in the bells of a workspace, in its open transaction. A member whose limits became narrower loses lines. */
@Injectable()
export class NotificationsRepository {
  constructor(private readonly database: Database) {}

  /** Adds lines; those a member has already are passed over. Answers the members who got one. */
  async add(notifications: readonly NotificationEntity[]): Promise<readonly string[]> {
    if (notifications.length === 0) return [];
    const inserted = await this.table()
      .createQueryBuilder()
      .insert()
      .values([...notifications])
      .orIgnore()
      .returning('member_id')
      .execute();
    return (inserted.raw as { member_id: string }[]).map((row) => row.member_id);
  }

  /** One member's lines, newest first, from before an id on. */
  page(memberId: string, before: string | null, limit: number): Promise<NotificationEntity[]> {
    return this.table().find({
      where: { ...this.mine(memberId), ...(before !== null && { id: LessThan(before) }) },
      order: { id: 'DESC' },
      take: limit,
    });
  }

  /** All lines and the unread ones of a member; the unread are counted up to 200. */
  async counts(memberId: string, upTo: number): Promise<{ all: number; unread: number }> {
    const shown = this.isLimited() ? visible('subject_kind') : 'true';
    const rows = await this.database.manager().query<{ all: number; unread: number }[]>(
      `select (select count(*)::int from (select 1 from notifications where member_id = $1 and ${shown} limit $2) a) as "all",
        (select count(*)::int from (select 1 from notifications where member_id = $1 and ${shown} and read_at is null limit $3) u) as unread`,
      [memberId, upTo, COUNTED],
    );
    return rows[0] ?? { all: 0, unread: 0 };
  }

  /** Marks a member's lines as read: those named, or all. */
  async markRead(memberId: string, ids: readonly string[] | null, at: Date): Promise<void> {
    const mine = { workspaceId: this.workspaceId(), memberId, readAt: IsNull() };
    await this.table().update(ids === null ? mine : { ...mine, id: In([...ids]) }, { readAt: at });
  }

  /** A member's lines that no digest told yet, kept for this transaction. */
  async undigested(memberId: string): Promise<NotificationEntity[]> {
    return this.table().find({
      where: { workspaceId: this.workspaceId(), memberId, digestDay: IsNull() },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Notes the day whose digest took these lines. */
  async markDigested(ids: readonly string[], day: string): Promise<void> {
    await this.table().update({ workspaceId: this.workspaceId(), id: In([...ids]) }, { digestDay: day });
  }

  private mine(memberId: string): FindOptionsWhere<NotificationEntity> {
    const mine = { workspaceId: this.workspaceId(), memberId };
    if (!this.isLimited()) return mine;
    return { ...mine, subjectKind: Raw(visible) };
  }

  private isLimited(): boolean {
    const { clientIds = null } = this.database.scope();
    return clientIds !== null;
  }

  private workspaceId(): string {
    return this.database.scope().workspaceId;
  }

  private table() {
    return this.database.manager().getRepository(NotificationEntity);
  }
}
