import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** A mail of ours, as a mail that comes in is matched to it. */
export interface OutboundFact {
  readonly id: string;
  readonly conversationId: string | null;
  readonly clientId: string | null;
  readonly pitchId: string | null;
  readonly campaignId: string | null;
  readonly siteId: string | null;
  readonly contactId: string | null;
  readonly enrollmentId: string | null;
  readonly mailboxId: string;
  readonly messageId: string;
  readonly toAddress: string;
  readonly toAddressKey: string;
  readonly subject: string;
  readonly memberId: string | null;
  /** It carried the opt-out line. */
  readonly isCold: boolean;
}

const FACT = `o.id, o.conversation_id as "conversationId", o.client_id as "clientId", o.pitch_id as "pitchId", o.campaign_id as "campaignId",
  o.site_id as "siteId", o.contact_id as "contactId", o.enrollment_id as "enrollmentId", o.mailbox_id as "mailboxId", o.message_id as "messageId",
  o.to_address as "toAddress", o.to_address_key as "toAddressKey", o.subject, o.member_id as "memberId", o.is_cold as "isCold"`;

/** Mails that may have reached somebody: what certainly never left is no mail to answer. */
const LEFT = `o.state in ('in_doubt', 'sent', 'unknown')`;

/** Mails of ours in the open transaction, found by what a mail that comes in says of them. */
@Injectable()
export class OutboundFacts {
  constructor(private readonly database: Database) {}

  /** The mail with one of these Message-IDs: ours, or what a provider made of ours (D233). The last named first. */
  async byMessageIds(ids: readonly string[]): Promise<OutboundFact | null> {
    for (const id of ids.slice(-50).reverse()) {
      const rows = await this.query(
        `select ${FACT} from outbound_messages o where o.message_id = $1
         union all
         select ${FACT} from inbound_messages i join outbound_messages o on o.workspace_id = i.workspace_id and o.id = i.outbound_id
         where i.message_id = $1 and i.kind = 'own' limit 1`,
        [id],
      );
      if (rows[0] !== undefined) return rows[0];
    }
    return null;
  }

  /** The mail whose Message-ID begins with one of these tags. */
  async byTags(tags: readonly string[], domains: readonly string[]): Promise<OutboundFact | null> {
    const ids = tags.flatMap((tag) => domains.map((domain) => `${tag}@${domain}`));
    return ids.length === 0 ? null : this.byMessageIds(ids);
  }

  /** Mails to an address since a moment, the newest first. */
  toAddress(addressKey: string, since: Date): Promise<OutboundFact[]> {
    return this.query(
      `select ${FACT} from outbound_messages o where o.to_address_key = $1 and ${LEFT}
         and coalesce(o.sent_at, o.in_doubt_at, o.claimed_at) > $2
       order by coalesce(o.sent_at, o.in_doubt_at, o.claimed_at) desc limit 50`,
      [addressKey, since],
    );
  }

  /** The mail of ours a copy in Sent is of, where the provider gave it another Message-ID (D233). */
  async sentCopy(copy: {
    mailboxId: string;
    toKeys: readonly string[];
    subject: string;
    at: Date;
  }): Promise<OutboundFact | null> {
    const rows = await this.query(
      `select ${FACT} from outbound_messages o
       where o.mailbox_id = $1 and o.to_address_key = any ($2::text[]) and o.subject = $3 and ${LEFT}
         and abs(extract(epoch from coalesce(o.sent_at, o.in_doubt_at) - $4::timestamptz)) < 900
         and not exists (select 1 from inbound_messages i where i.workspace_id = o.workspace_id and i.outbound_id = o.id and i.kind = 'own')
       order by o.id limit 2`,
      [copy.mailboxId, copy.toKeys, copy.subject, copy.at],
    );
    return rows.length === 1 ? (rows[0] ?? null) : null;
  }

  /** Soft bounces of an address since a moment. */
  async softBounces(addressKey: string, since: Date): Promise<number> {
    const rows = await this.database.manager().query<{ count: number }[]>(
      `select count(*)::int as count from outbound_messages o
         join inbound_messages i on i.workspace_id = o.workspace_id and i.outbound_id = o.id
       where o.to_address_key = $1 and coalesce(i.corrected_kind, i.kind) = 'bounce' and i.received_at > $2
         and not exists (select 1 from jsonb_array_elements(i.recipients) r where r->>'scope' <> 'mailbox')`,
      [addressKey, since],
    );
    return rows[0]?.count ?? 0;
  }

  private query(sql: string, values: unknown[]): Promise<OutboundFact[]> {
    return this.database.manager().query<OutboundFact[]>(sql, values);
  }
}
