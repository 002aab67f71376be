import { Injectable } from '@nestjs/common';
import type { EventKind } from '../../core/events/kinds.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import type { ClientEntity } from './client.entity.js';
import type { ClientChange, ClientList, ClientView, NewClient } from './clients.dto.js';
import { ClientsQuery } from './clients.query.js';
import { ClientsRepository } from './clients.repository.js';

/** Clients of a workspace: whom the team works for. */
@Injectable()
export class ClientsService {
  constructor(
    private readonly database: Database,
    private readonly clients: ClientsRepository,
    private readonly query: ClientsQuery,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  list(scope: WorkspaceScope, archived: boolean): Promise<ClientList> {
    return this.database.inWorkspace(scope, async () => ({ items: await this.query.list(archived) }));
  }

  get(scope: WorkspaceScope, id: string): Promise<ClientView> {
    return this.database.inWorkspace(scope, () => this.view(id));
  }

  /** A member who is limited to clients cannot make one: nobody would have let them see it. */
  create(scope: WorkspaceScope, wish: NewClient): Promise<ClientView> {
    return this.database.inWorkspace(scope, async () => {
      refuseLimited(scope);
      const id = newId();
      const client = {
        id,
        name: wish.name.trim(),
        notes: wish.notes ?? '',
        locale: wish.locale ?? (await this.clients.workspaceLocale()),
        logoSha256: null,
        logoType: null,
        createdAt: this.clock.now(),
        archivedAt: null,
      };
      await this.clients.insert(client);
      await this.record('client.added', id);
      return this.view(id);
    });
  }

  change(scope: WorkspaceScope, id: string, wish: ClientChange): Promise<ClientView> {
    return this.database.inWorkspace(scope, async () => {
      await this.locked(id);
      const change = {
        ...(wish.name === undefined ? {} : { name: wish.name.trim() }),
        ...(wish.notes === undefined ? {} : { notes: wish.notes }),
        ...(wish.locale === undefined ? {} : { locale: wish.locale }),
      };
      if (Object.keys(change).length > 0) {
        await this.clients.update(id, change);
        await this.record('client.changed', id, { fields: Object.keys(change) });
      }
      return this.view(id);
    });
  }

  archive(scope: WorkspaceScope, id: string): Promise<ClientView> {
    return this.setArchived(scope, id, this.clock.now());
  }

  /** Throws `client.name_taken` when its name was given to another client meanwhile. */
  restore(scope: WorkspaceScope, id: string): Promise<ClientView> {
    return this.setArchived(scope, id, null);
  }

  private setArchived(scope: WorkspaceScope, id: string, archivedAt: Date | null): Promise<ClientView> {
    return this.database.inWorkspace(scope, async () => {
      const client = await this.locked(id);
      if ((client.archivedAt === null) !== (archivedAt === null)) {
        await this.clients.update(id, { name: client.name, archivedAt });
        await this.record(archivedAt === null ? 'client.restored' : 'client.archived', id);
      }
      return this.view(id);
    });
  }

  private async locked(id: string): Promise<ClientEntity> {
    const client = await this.clients.lock(id);
    if (client === null) throw new AppError('client.not_found', { id });
    return client;
  }

  private async view(id: string): Promise<ClientView> {
    const client = await this.query.one(id);
    if (client === null) throw new AppError('client.not_found', { id });
    return client;
  }

  private record(kind: EventKind, id: string, params: { fields?: string[] } = {}): Promise<unknown> {
    return this.events.record({ kind, clientId: id, subjects: [{ kind: 'client', id }], params });
  }
}

function refuseLimited(scope: WorkspaceScope): void {
  if (scope.clientIds !== undefined && scope.clientIds !== null) throw new AppError('access.forbidden');
}
