import { newId } from '../../src/platform/database/id.js';
import type { TestDatabase } from '../database/test-database.js';

/** A mail that came in, as it lies in the database; what is not given is a reply nothing matches. */
export interface InboundWish {
  readonly workspaceId: string;
  readonly clientId?: string | null;
  readonly mailboxId?: string;
  readonly words?: string;
  readonly kind?: string;
  readonly html?: string;
  readonly optOut?: 'clear' | 'doubtful';
  readonly hasTerms?: boolean;
  readonly pitchId?: string;
}

/** Puts a mail into a conversation of its own, with a mailbox to the catcher where none is given; answers the ids of both. */
export async function putInbound(
  database: TestDatabase,
  wish: InboundWish,
): Promise<{ conversationId: string; inboundId: string }> {
  const [conversationId, inboundId] = [newId(), newId()];
  const { workspaceId, clientId = null, words = 'A word', kind = 'reply', html = null } = wish;
  const mailboxId = wish.mailboxId ?? (await putBox(database, workspaceId));
  const optOut = wish.optOut === undefined ? null : JSON.stringify({ answer: wish.optOut, sentence: words });
  const date = { value: '2026-12-01', sentence: words };
  const terms =
    wish.hasTerms === true
      ? JSON.stringify({ links: [], rel: null, linkCount: null, date, price: null, words: null })
      : null;
  await database.asOwner(
    `insert into conversations (workspace_id, id, client_id, mailbox_id, subject, state, last_at, last_in_at, last_kind, message_count, snippet,
       from_name, from_address, created_at, updated_at)
     values ($1, $2, $3, $4, $5, 'to_answer', now(), now(), $6, 1, $5, $5, 'ann@site.example', now(), now())`,
    [workspaceId, conversationId, clientId, mailboxId, words, kind],
  );
  await database.asOwner(
    `insert into inbound_messages (workspace_id, id, client_id, conversation_id, mailbox_id, folder, uid_validity, uid, message_id, body_hash,
       from_address, from_address_key, from_name, subject, received_at, kind, rule, body_text, body_html, opt_out, terms, terms_state, created_at)
     values ($1, $2, $3, $4, $5, 'INBOX', 1, (random() * 1000000000)::bigint, $2::uuid::text || '@site.example', $6, 'ann@site.example', 'ann@site.example',
       $7, $7, now(), $8, 'answers_us', $7, $9, $10, $11, $12, now())`,
    [
      workspaceId,
      inboundId,
      clientId,
      conversationId,
      mailboxId,
      Buffer.from(inboundId),
      words,
      kind,
      html,
      optOut,
      terms,
      terms === null ? 'none' : 'offered',
    ],
  );
  if (wish.pitchId !== undefined)
    await database.asOwner(
      `insert into conversation_pitches (workspace_id, client_id, conversation_id, pitch_id)
       select workspace_id, client_id, $2, id from pitches where id = $1`,
      [wish.pitchId, conversationId],
    );
  return { conversationId, inboundId };
}

async function putBox(database: TestDatabase, workspaceId: string): Promise<string> {
  const id = newId();
  await database.asOwner(
    `insert into mailboxes (workspace_id, id, address, address_key, sender_name, sign_in, created_at, updated_at)
     values ($1, $2::uuid, 'in-' || $2::uuid::text || '@agency.example', 'in-' || $2::uuid::text || '@agency.example', 'Team', 'catcher', now(), now())`,
    [workspaceId, id],
  );
  return id;
}
