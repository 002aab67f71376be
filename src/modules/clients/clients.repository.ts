import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { isUniqueViolation } from '../../platform/database/violations.js';
import { AppError } from '../../platform/errors/app-error.js';
import { ClientEntity } from './client.entity.js';

/** Rows of clients in the open transaction. */
@Injectable()
export class ClientsRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<ClientEntity | null> {
    return this.table().findOneBy({ id });
  }

  /** The client with its row locked, so that one change follows another. */
  lock(id: string): Promise<ClientEntity | null> {
    return this.table().findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Throws `client.name_taken` when another client that is not archived has the name. */
  async insert(client: Omit<ClientEntity, 'workspaceId'>): Promise<void> {
    const { workspaceId } = this.database.scope();
    await this.named(client.name, () => this.table().insert({ ...client, workspaceId }));
  }

  /** Throws `client.name_taken` like `insert`. */
  async update(
    id: string,
    change: Partial<
      Pick<ClientEntity, 'name' | 'notes' | 'locale' | 'logoSha256' | 'logoType' | 'archivedAt'>
    >,
  ): Promise<void> {
    await this.named(change.name ?? '', () => this.table().update({ id }, change));
  }

  /** The language of the workspace, which new clients are written to in. */
  async workspaceLocale(): Promise<ClientEntity['locale']> {
    const rows = await this.database
      .manager()
      .query<Pick<ClientEntity, 'locale'>[]>('select locale from workspaces');
    return rows[0]?.locale ?? 'en';
  }

  private async named(name: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      throw isUniqueViolation(error, 'clients_name') ? new AppError('client.name_taken', { name }) : error;
    }
  }

  private table() {
    return this.database.manager().getRepository(ClientEntity);
  }
}
