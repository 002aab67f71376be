import { Injectable } from '@nestjs/common';
import { sha256 } from '../../platform/crypto/secrets.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { SuppressionPort, type SuppressionWish } from './suppression.port.js';

/** Writes suppressions of addresses: an address is known by the SHA-256 of its key, so that it can be known without being kept. */
@Injectable()
export class SuppressionsRepository extends SuppressionPort {
  constructor(private readonly database: Database) {
    super();
  }

  async keep(
    addresses: readonly { readonly address: string; readonly key: string }[],
    { reason, note, isErased, at }: SuppressionWish,
  ): Promise<void> {
    if (addresses.length === 0) return;
    const { workspaceId, userId = null } = this.database.scope();
    await this.database.manager().query(
      `insert into suppressions (workspace_id, id, kind, address, address_hash, reason, note, created_by, created_at)
       select $1, x.id, 'address', x.address, x.hash, $5, $6, $7, $8 from unnest($2::uuid[], $3::text[], $4::bytea[]) as x (id, address, hash)
       on conflict (workspace_id, address_hash, client_id) where lifted_at is null and address_hash is not null
       do update set address = case when $9 then null else suppressions.address end,
         note = case when $9 then '' else suppressions.note end`,
      [
        workspaceId,
        addresses.map(() => newId(at)),
        addresses.map(({ address }) => (isErased ? null : address)),
        addresses.map(({ key }) => sha256(key)),
        reason,
        isErased ? '' : note,
        userId,
        at,
        isErased,
      ],
    );
  }
}
