import { Injectable } from '@nestjs/common';
import { pictureType } from '../../core/verifier/picture-type.js';
import { type Blob, BlobStore } from '../../platform/blobs/blob-store.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import type { ClientEntity } from './client.entity.js';
import type { ClientView } from './clients.dto.js';
import { ClientsRepository } from './clients.repository.js';
import { ClientsService } from './clients.service.js';

/** Logos of clients, for their reports. Old ones are kept: a report that was sent shows the one it was sent with. */
@Injectable()
export class ClientLogos {
  constructor(
    private readonly database: Database,
    private readonly clients: ClientsRepository,
    private readonly service: ClientsService,
    private readonly blobs: BlobStore,
    private readonly events: Events,
  ) {}

  /** Throws `client.not_found`, `client.logo_missing`, `client.logo_type` for what is no PNG, JPEG or WebP picture. */
  async set(scope: WorkspaceScope, id: string, picture: Buffer | null): Promise<ClientView> {
    if (picture === null) throw new AppError('client.logo_missing');
    const logoType = pictureType(picture);
    if (logoType === null) throw new AppError('client.logo_type');
    await this.database.inWorkspace(scope, () => this.found(id));
    const logoSha256 = Buffer.from(await this.blobs.put(picture, logoType), 'hex');
    return this.save(scope, id, { logoSha256, logoType });
  }

  /** Throws `client.not_found`. */
  remove(scope: WorkspaceScope, id: string): Promise<ClientView> {
    return this.save(scope, id, { logoSha256: null, logoType: null });
  }

  /** Throws `client.not_found`, `client.no_logo`. */
  async read(scope: WorkspaceScope, id: string): Promise<Blob> {
    const { logoSha256, logoType } = await this.database.inWorkspace(scope, () => this.found(id));
    const blob = logoSha256 === null ? null : await this.blobs.get(logoSha256.toString('hex'));
    if (blob === null || logoType === null) throw new AppError('client.no_logo');
    return { content: blob.content, mediaType: logoType };
  }

  private save(
    scope: WorkspaceScope,
    id: string,
    change: Pick<ClientEntity, 'logoSha256' | 'logoType'>,
  ): Promise<ClientView> {
    return this.database.inWorkspace(scope, async () => {
      await this.found(id);
      await this.clients.update(id, change);
      const subjects = [{ kind: 'client', id }] as const;
      await this.events.record({
        kind: 'client.changed',
        clientId: id,
        subjects,
        params: { fields: ['logo'] },
      });
      return this.service.get(scope, id);
    });
  }

  private async found(id: string): Promise<ClientEntity> {
    const client = await this.clients.find(id);
    if (client === null) throw new AppError('client.not_found', { id });
    return client;
  }
}
