import { Injectable } from '@nestjs/common';
import type { InboundKind, MatchRule, TermsState } from '../../core/inbox/inbox.js';
import type { FailedRecipient } from '../../core/mail-reading/mail-reading.js';
import type { OptOutAnswer } from '../../core/mail-reading/opt-out-reading.js';
import type { TermsProposals } from '../../core/mail-reading/terms-proposals.js';
import { Database } from '../../platform/database/database.js';
import type { EffectDone } from './inbound-rows.repository.js';

/** A mail that came in, with its row locked, as acts on it need it. */
export interface HeldInbound {
  readonly id: string;
  readonly conversationId: string | null;
  readonly mailboxId: string;
  readonly clientId: string | null;
  readonly kind: InboundKind;
  readonly correctedKind: InboundKind | null;
  readonly matchRule: MatchRule;
  readonly outboundMessageId: string | null;
  readonly fromKey: string;
  readonly recipients: readonly FailedRecipient[];
  readonly optOut: {
    readonly answer: OptOutAnswer;
    readonly sentence: string | null;
    readonly decided?: string | null;
  } | null;
  readonly terms: TermsProposals | null;
  readonly termsState: TermsState;
  readonly returnsOn: string | null;
  readonly subject: string;
  readonly sentAt: Date | null;
  readonly receivedAt: Date;
  readonly bodyHash: string;
  readonly effects: readonly EffectDone[];
}

const HELD = `i.id, i.conversation_id as "conversationId", i.mailbox_id as "mailboxId", i.client_id as "clientId", i.kind,
  i.corrected_kind as "correctedKind", i.match_rule as "matchRule",
  (select o.message_id from outbound_messages o where o.id = i.outbound_id) as "outboundMessageId",
  i.from_address_key as "fromKey", i.recipients, i.opt_out as "optOut", i.terms, i.terms_state as "termsState",
  i.returns_on::text as "returnsOn", i.subject, i.sent_at as "sentAt", i.received_at as "receivedAt", encode(i.body_hash, 'hex') as "bodyHash", i.effects`;

/** Mails that came in and what was done because of them, in the open transaction. */
@Injectable()
export class InboundDone {
  constructor(private readonly database: Database) {}

  async lock(id: string): Promise<HeldInbound | null> {
    const rows = await this.query<HeldInbound>(
      `select ${HELD} from inbound_messages i where i.id = $1 and i.rule <> 'failed' for no key update of i`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** Mails of a conversation, oldest first; the team's own are left out. */
  ofConversation(conversationId: string): Promise<HeldInbound[]> {
    return this.query(
      `select ${HELD} from inbound_messages i where i.conversation_id = $1 and i.kind <> 'own'
       order by i.received_at, i.id for no key update of i`,
      [conversationId],
    );
  }

  async html(id: string): Promise<{ html: string | null } | null> {
    const rows = await this.query<{ html: string | null }>(
      `select body_html as html from inbound_messages where id = $1 and rule <> 'failed'`,
      [id],
    );
    return rows[0] ?? null;
  }

  async write(id: string, columns: Readonly<Record<string, unknown>>): Promise<void> {
    const names = Object.keys(columns);
    const sets = names.map((name, no) => `${name} = $${no + 2}`).join(', ');
    await this.query(`update inbound_messages set ${sets} where id = $1`, [
      id,
      ...names.map((name) => columns[name]),
    ]);
  }

  /** Lets mails of a sender go to a place from now on. */
  async teach(teaching: {
    readonly id: string;
    readonly addressKey: string;
    readonly siteId: string | null;
    readonly contactId: string | null;
    readonly at: Date;
  }): Promise<void> {
    const { workspaceId, userId = null } = this.database.scope();
    await this.query(
      `insert into match_teachings (workspace_id, id, from_address_key, site_id, contact_id, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (workspace_id, from_address_key) do update set site_id = excluded.site_id, contact_id = excluded.contact_id, ignore = false,
         created_by = excluded.created_by, created_at = excluded.created_at`,
      [
        workspaceId,
        teaching.id,
        teaching.addressKey,
        teaching.siteId,
        teaching.contactId,
        userId,
        teaching.at,
      ],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
