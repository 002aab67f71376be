import { In, IsNull, Not } from 'typeorm';
import type { Database } from '../../platform/database/database.js';
import { MemberEntity } from './member.entity.js';
import { MemberClientEntity } from './member-client.entity.js';

/** A member with the clients they are limited to. */
export interface MemberWithClients {
  readonly row: MemberEntity;
  readonly clientIds: readonly string[];
}

/** The rows of members and of the clients they are limited to, in the open transaction of their workspace. */
export class MembersRepository {
  constructor(private readonly database: Database) {}

  /** Members who are there, or who left; by name. */
  async list(workspaceId: string, state: 'active' | 'left'): Promise<MemberWithClients[]> {
    const leftAt = state === 'active' ? IsNull() : Not(IsNull());
    const rows = await this.members().find({
      where: { workspaceId, leftAt },
      order: { name: 'ASC', id: 'ASC' },
    });
    const clients = await this.clients().findBy({ workspaceId, memberId: In(rows.map((row) => row.id)) });
    return rows.map((row) => ({
      row,
      clientIds: clients.filter((one) => one.memberId === row.id).map((one) => one.clientId),
    }));
  }

  /** One member, or null. */
  async find(workspaceId: string, id: string): Promise<MemberWithClients | null> {
    const row = await this.members().findOneBy({ workspaceId, id });
    return row === null ? null : { row, clientIds: await this.clientIds(row) };
  }

  /** All owners who are there, kept from changing until the transaction ends: who is the last one cannot change meanwhile. */
  async lockOwners(workspaceId: string): Promise<number> {
    const owners = await this.members().find({
      where: { workspaceId, role: 'owner', leftAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
      order: { id: 'ASC' },
    });
    return owners.length;
  }

  /** Whether an address belongs to somebody who is there. */
  hasEmail(workspaceId: string, email: string): Promise<boolean> {
    return this.members().existsBy({ workspaceId, email, leftAt: IsNull() });
  }

  /** Adds a member with the clients they are limited to. */
  async add(member: MemberEntity, clientIds: readonly string[]): Promise<void> {
    await this.members().insert(member);
    await this.setClients(member, clientIds);
  }

  /** Saves a member and the clients they are limited to. */
  async save(member: MemberEntity, clientIds: readonly string[]): Promise<void> {
    await this.members().save(member);
    await this.setClients(member, clientIds);
  }

  /** Gives a person's membership their new name. */
  async rename(workspaceId: string, userId: string, name: string): Promise<void> {
    await this.members().update({ workspaceId, userId, leftAt: IsNull() }, { name });
  }

  /** Names of people by the id of their user; who left is named, too. */
  async namesOf(userIds: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
    const wanted = [...new Set(userIds)].filter((id) => id !== null);
    const rows = await this.members().find({ where: { userId: In(wanted) }, order: { createdAt: 'ASC' } });
    return new Map(rows.map((row) => [row.userId, row.name]));
  }

  /** Which of these ids are clients of the workspace. */
  async knownClients(ids: readonly string[]): Promise<string[]> {
    const rows = await this.database
      .manager()
      .query<{ id: string }[]>('select id from clients where id = any ($1::uuid[])', [ids]);
    return rows.map((row) => row.id);
  }

  private async clientIds({ workspaceId, id }: MemberEntity): Promise<string[]> {
    const rows = await this.clients().findBy({ workspaceId, memberId: id });
    return rows.map((row) => row.clientId);
  }

  private async setClients({ workspaceId, id }: MemberEntity, clientIds: readonly string[]): Promise<void> {
    await this.clients().delete({ workspaceId, memberId: id });
    await this.clients().insert(clientIds.map((clientId) => ({ workspaceId, memberId: id, clientId })));
  }

  private members() {
    return this.database.manager().getRepository(MemberEntity);
  }

  private clients() {
    return this.database.manager().getRepository(MemberClientEntity);
  }
}
