import { newId } from '../../src/platform/database/id.js';
import type { TestDatabase } from '../database/test-database.js';

/** A mail on its way out as it lies in the database; what is not given is a mail that waits for next year. */
export interface OutboundWish {
  readonly workspaceId: string;
  readonly clientId?: string | null;
  readonly mailboxId?: string;
  readonly state?: string;
  readonly words?: string;
  readonly notBefore?: string;
}

/** Puts a mail into the outbox, with a mailbox to the catcher where none is given; answers the mail's id. */
export async function putOutbound(database: TestDatabase, wish: OutboundWish): Promise<string> {
  const id = newId();
  const mailboxId = wish.mailboxId ?? (await putCatcher(database, wish.workspaceId));
  const words = wish.words ?? 'A word';
  const isDoubt = wish.state === 'in_doubt' || wish.state === 'unknown';
  await database.asOwner(
    `insert into outbound_messages (workspace_id, id, client_id, mailbox_id, kind, message_id, from_address, from_name, to_address,
       to_address_key, to_name, to_domain, subject, body_text, state, attempt, in_doubt_at, not_before, created_at, updated_at)
     values ($1, $2, $3, $4, 'single', $2::uuid::text || '@agency.example', 'team@agency.example', 'Team', 'ann@site.example',
       'ann@site.example', $5, 'site.example', $5, $5, $6, $7, $8, $9, now(), now())`,
    [
      wish.workspaceId,
      id,
      wish.clientId ?? null,
      mailboxId,
      words,
      wish.state ?? 'ready',
      isDoubt ? 1 : 0,
      isDoubt ? '2026-11-01T00:00:00Z' : null,
      wish.notBefore ?? '2027-11-01T09:00:00Z',
    ],
  );
  return id;
}

async function putCatcher(database: TestDatabase, workspaceId: string): Promise<string> {
  const id = newId();
  await database.asOwner(
    `insert into mailboxes (workspace_id, id, address, address_key, sender_name, sign_in, created_at, updated_at)
     values ($1, $2, 'box-' || $2::uuid::text || '@agency.example', 'box-' || $2::uuid::text || '@agency.example', 'Team', 'catcher', now(), now())`,
    [workspaceId, id],
  );
  return id;
}
