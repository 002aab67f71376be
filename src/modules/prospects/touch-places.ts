import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { ClientsService } from '../clients/clients.service.js';

/** Who and what a touch was about. */
interface TouchPlace {
  readonly contactId: string | null;
  readonly clientId: string | null;
  readonly brandId: string | null;
}

/** Looks up what a touch names, in the open transaction. */
@Injectable()
export class TouchPlaces {
  constructor(
    private readonly database: Database,
    private readonly clients: ClientsService,
  ) {}

  /** A brand brings its client along. Throws `client.not_found`, `brand.not_found` or `contact.not_found`. */
  async of(
    scope: WorkspaceScope,
    wish: { readonly contactId?: string; readonly clientId?: string; readonly brandId?: string },
  ): Promise<TouchPlace> {
    const brand = await this.brand(wish.brandId);
    const clientId = brand?.clientId ?? wish.clientId ?? null;
    if (brand === null && clientId !== null) await this.clients.get(scope, clientId);
    return {
      contactId: await this.contact(wish.contactId),
      clientId,
      brandId: brand?.id ?? null,
    };
  }

  private async brand(id: string | undefined): Promise<{ id: string; clientId: string } | null> {
    if (id === undefined) return null;
    const rows = await this.database
      .manager()
      .query<{ id: string; clientId: string }[]>(
        'select id, client_id as "clientId" from brands where id = $1',
        [id],
      );
    const [brand] = rows;
    if (brand === undefined) throw new AppError('brand.not_found', { id });
    return brand;
  }

  private async contact(id: string | undefined): Promise<string | null> {
    if (id === undefined) return null;
    const rows = await this.database
      .manager()
      .query<unknown[]>('select 1 from contacts where id = $1 and erased_at is null for key share', [id]);
    if (rows.length === 0) throw new AppError('contact.not_found', { id });
    return id;
  }
}
