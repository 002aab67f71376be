import { Injectable } from '@nestjs/common';
import type { InboundKind, MatchRule, TermsState } from '../../core/inbox/inbox.js';
import type { TermsProposals } from '../../core/mail-reading/terms-proposals.js';
import { displayHost } from '../../core/sites/site-key.js';
import { Database } from '../../platform/database/database.js';
import type {
  ConversationNote,
  ConversationPitch,
  MessageAttachment,
  MessageOptOut,
  MessageRecipient,
  PausedEnrollment,
} from './conversation-detail.dto.js';

/** A mail that came in, as its conversation shows it. */
export interface InboundShown {
  readonly id: string;
  readonly kind: InboundKind;
  readonly rule: string;
  readonly matchRule: MatchRule;
  readonly correctedKind: InboundKind | null;
  readonly fromAddress: string;
  readonly fromName: string;
  readonly to: string[];
  readonly subject: string;
  readonly at: Date;
  readonly text: string;
  readonly quoted: string;
  readonly hasHtml: boolean;
  readonly attachments: MessageAttachment[];
  readonly recipients: MessageRecipient[];
  readonly optOut: MessageOptOut | null;
  readonly terms: TermsProposals | null;
  readonly termsState: TermsState;
  readonly returnsOn: string | null;
  readonly folder: string;
}

/** A mail of ours in a conversation. */
export interface OutboundShown {
  readonly id: string;
  readonly state: string;
  readonly fromAddress: string;
  readonly fromName: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly at: Date;
  readonly text: string;
}

const MOST = 500;

/** What a page about a conversation shows, in the open transaction. */
@Injectable()
export class ConversationDetails {
  constructor(private readonly database: Database) {}

  inbound(id: string): Promise<InboundShown[]> {
    return this.query(
      `select id, kind, rule, match_rule as "matchRule", corrected_kind as "correctedKind", from_address as "fromAddress",
         from_name as "fromName", to_addresses as "to", subject, received_at as at, body_text as text, quoted_text as quoted,
         body_html is not null as "hasHtml", attachments, recipients, opt_out as "optOut", terms, terms_state as "termsState",
         returns_on::text as "returnsOn", folder
       from inbound_messages where conversation_id = $1 order by received_at desc, id desc limit ${MOST}`,
      [id],
    );
  }

  /** What was written in this conversation, and the mails of its pitches; what was cancelled before it left is none. */
  outbound(id: string, pitchIds: readonly string[]): Promise<OutboundShown[]> {
    return this.query(
      `select o.id, o.state, o.from_address as "fromAddress", o.from_name as "fromName", o.to_address as "toAddress", o.subject,
         coalesce(o.sent_at, o.in_doubt_at, o.not_before) as at, o.body_text as text
       from outbound_messages o
       where (o.conversation_id = $1 or (o.conversation_id is null and o.pitch_id = any ($2::uuid[]))) and o.state <> 'cancelled'
         and (o.conversation_id = $1 or o.state in ('sent', 'in_doubt', 'unknown'))
       order by 7 desc, o.id desc limit ${MOST}`,
      [id, pitchIds],
    );
  }

  async pitches(ids: readonly string[]): Promise<ConversationPitch[]> {
    const rows = await this.query<Omit<ConversationPitch, 'siteName'> & { siteKey: string | null }>(
      `select p.id, p.stage, p.status, p.kind, p.campaign_id as "campaignId", c.name as "campaignName", p.site_id as "siteId",
         s.site_key as "siteKey", p.client_id as "clientId"
       from pitches p join campaigns c on c.id = p.campaign_id left join sites s on s.id = p.site_id
       where p.id = any ($1::uuid[]) order by p.created_at, p.id`,
      [ids],
    );
    return rows.map(({ siteKey, ...pitch }) => ({ ...pitch, siteName: shown(siteKey) }));
  }

  /** Enrolments that stand still: of these pitches, of this person, and on this site. */
  async paused(about: {
    pitchIds: readonly string[];
    contactId: string | null;
    siteId: string | null;
  }): Promise<PausedEnrollment[]> {
    const rows = await this.query<Omit<PausedEnrollment, 'siteName'> & { siteKey: string | null }>(
      `select e.id, e.pitch_id as "pitchId", q.name as "sequenceName", coalesce(nullif(k.name, ''), e.to_address) as "contactName",
         e.to_address as "toAddress", s.site_key as "siteKey", e.state, e.state_code as "stateCode", e.next_step_no as "nextStepNo"
       from enrollments e join sequences q on q.id = e.sequence_id join contacts k on k.id = e.contact_id
         left join sites s on s.id = e.site_id
       where e.state = 'paused' and (e.pitch_id = any ($1::uuid[]) or e.contact_id = $2 or e.site_id = $3)
       order by e.created_at, e.id limit 50`,
      [about.pitchIds, about.contactId, about.siteId],
    );
    return rows.map(({ siteKey, ...enrollment }) => ({ ...enrollment, siteName: shown(siteKey) }));
  }

  notes(id: string): Promise<ConversationNote[]> {
    return this.query(
      `select n.id, n.text, m.name as "authorName", n.created_at as "createdAt" from conversation_notes n
         left join members m on m.user_id = n.created_by and m.workspace_id = n.workspace_id and m.left_at is null
       where n.conversation_id = $1 order by n.created_at, n.id`,
      [id],
    );
  }

  async names(about: { contactId: string | null; mailboxId: string | null }): Promise<{
    contactName: string | null;
    mailboxAddress: string | null;
  }> {
    const rows = await this.query<{ contactName: string | null; mailboxAddress: string | null }>(
      `select (select coalesce(nullif(name, ''), main_address) from contacts where id = $1) as "contactName",
         (select address from mailboxes where id = $2 and archived_at is null) as "mailboxAddress"`,
      [about.contactId, about.mailboxId],
    );
    return rows[0] ?? { contactName: null, mailboxAddress: null };
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function shown(siteKey: string | null): string | null {
  return siteKey === null ? null : displayHost(siteKey);
}
