import { Injectable } from '@nestjs/common';
import { readAddress } from '../../core/clients/address.js';
import { SERVICES, type Service } from '../../core/discovery/discovery.js';
import { Clock } from '../../platform/clock/clock.js';
import { KeyRing } from '../../platform/crypto/key-ring.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import type { ServiceAccess } from '../../platform/services/service-port.js';
import type { NewServiceKey, ServiceKeyList, ServiceKeyView, ServiceStateList } from './service-keys.dto.js';
import { type ServiceKeyRow, ServiceKeysRepository } from './service-keys.repository.js';

/** How much of a key is shown, so that two can be told apart. */
const HINT = 4;

/** Keys of outside services: sealed at rest, bound to their workspace and service, never told again. */
@Injectable()
export class ServiceKeys {
  constructor(
    private readonly database: Database,
    private readonly keys: ServiceKeysRepository,
    private readonly ring: KeyRing,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  states(scope: WorkspaceScope): Promise<ServiceStateList> {
    return this.database.inWorkspace(scope, async () => {
      const set = new Set((await this.keys.all()).map(({ service }) => service));
      return { items: SERVICES.map((service) => ({ service, isSet: set.has(service) })) };
    });
  }

  list(scope: WorkspaceScope): Promise<ServiceKeyList> {
    return this.database.inWorkspace(scope, async () => {
      const rows = await this.keys.all();
      return {
        items: SERVICES.map((service) =>
          viewOf(
            service,
            rows.find((row) => row.service === service),
          ),
        ),
      };
    });
  }

  /** Throws `discovery.no_service`. */
  async get(scope: WorkspaceScope, name: string): Promise<ServiceKeyView> {
    const service = serviceOf(name);
    const row = await this.database.inWorkspace(scope, () => this.keys.find(service));
    return viewOf(service, row ?? undefined);
  }

  /** Sealing needs the key ring's file, so it is done before the transaction. */
  async set(scope: WorkspaceScope, name: string, { key, baseUrl }: NewServiceKey): Promise<ServiceKeyView> {
    const service = serviceOf(name);
    const sealedKey = await this.ring.seal(key, placeOf(scope, service));
    const address = baseUrl === undefined ? null : readAddress(baseUrl);
    return this.database.inWorkspace(scope, async () => {
      const at = this.clock.now();
      const base = address?.ok === true ? address.url : null;
      await this.keys.put({ service, sealedKey, hint: key.slice(-HINT), baseUrl: base }, at);
      await this.record('service_key.set', service);
      const row = await this.keys.find(service);
      return viewOf(service, row ?? undefined);
    });
  }

  async remove(scope: WorkspaceScope, name: string): Promise<void> {
    const service = serviceOf(name);
    await this.database.inWorkspace(scope, async () => {
      if (await this.keys.remove(service)) await this.record('service_key.removed', service);
    });
  }

  /** The key of a service, unsealed for the question at hand. Throws `discovery.no_key`, `discovery.key_unreadable`. */
  async access(scope: WorkspaceScope, service: Service): Promise<ServiceAccess> {
    const row = await this.database.inWorkspace(scope, () => this.keys.find(service));
    if (row === null) throw new AppError('discovery.no_key', { service });
    const key = await this.ring.open(row.sealedKey, placeOf(scope, service));
    if (key === null) throw new AppError('discovery.key_unreadable', { service });
    return { key, baseUrl: row.baseUrl };
  }

  /** Notes that a key was used, and the code of what went wrong. */
  async used(scope: WorkspaceScope, service: Service, errorCode: string | null): Promise<void> {
    await this.database.inWorkspace(scope, () => this.keys.used(service, errorCode, this.clock.now()));
  }

  private async record(kind: 'service_key.set' | 'service_key.removed', service: Service): Promise<void> {
    const { workspaceId } = this.database.scope();
    await this.events.record({
      kind,
      subjects: [{ kind: 'workspace', id: workspaceId }],
      params: { service },
    });
  }
}

/** The service of this name. Throws `discovery.no_service`. */
export function serviceOf(name: string): Service {
  const service = SERVICES.find((one) => one === name);
  if (service === undefined) throw new AppError('discovery.no_service');
  return service;
}

function placeOf({ workspaceId }: WorkspaceScope, service: Service) {
  return { workspaceId, field: `service_keys.${service}` };
}

function viewOf(service: Service, row: ServiceKeyRow | undefined): ServiceKeyView {
  if (row === undefined) return { service, isSet: false, ...NOTHING };
  const { hint, baseUrl, createdAt, lastUsedAt, lastErrorCode } = row;
  return { service, isSet: true, hint, baseUrl, createdAt, lastUsedAt, lastErrorCode };
}

const NOTHING = { hint: null, baseUrl: null, createdAt: null, lastUsedAt: null, lastErrorCode: null };
