import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { SystemMailEntity } from './system-mail.entity.js';

/** The rows of system mails, in the open transaction of their workspace. */
@Injectable()
export class SystemMailsRepository {
  constructor(private readonly database: Database) {}

  /** Adds a mail; false when one of its key is there already. */
  async add(mail: SystemMailEntity): Promise<boolean> {
    const inserted = await this.table()
      .createQueryBuilder()
      .insert()
      .values(mail)
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  find(id: string): Promise<SystemMailEntity | null> {
    return this.table().findOneBy({ workspaceId: this.database.scope().workspaceId, id });
  }

  /** Mails newest first, from before an id on. */
  page(before: string | null, limit: number): Promise<SystemMailEntity[]> {
    const { workspaceId } = this.database.scope();
    return this.table().find({
      where: before === null ? { workspaceId } : { workspaceId, id: LessThan(before) },
      order: { id: 'DESC' },
      take: limit,
    });
  }

  /** Mails there are, counted up to a limit. */
  async count(upTo: number): Promise<number> {
    const rows = await this.database
      .manager()
      .query<{ n: number }[]>(
        'select count(*)::int as n from (select 1 from system_mails limit $1) counted',
        [upTo],
      );
    return rows[0]?.n ?? 0;
  }

  async update(id: string, change: Partial<SystemMailEntity>): Promise<void> {
    await this.table().update({ workspaceId: this.database.scope().workspaceId, id }, change);
  }

  private table() {
    return this.database.manager().getRepository(SystemMailEntity);
  }
}
