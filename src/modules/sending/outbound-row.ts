import type { MessageState, OutboundKind } from '../../core/sending/message-state.js';

/** A mail on its way out, as the sender has it in hand. */
export interface OutboundRow {
  readonly id: string;
  readonly clientId: string | null;
  readonly mailboxId: string;
  readonly kind: OutboundKind;
  readonly enrollmentId: string | null;
  readonly stepNo: number | null;
  readonly pitchId: string | null;
  readonly campaignId: string | null;
  readonly siteId: string | null;
  readonly contactId: string | null;
  readonly conversationId: string | null;
  readonly memberId: string | null;
  readonly isFirst: boolean;
  readonly isCold: boolean;
  readonly messageId: string;
  readonly fromAddress: string;
  readonly fromName: string;
  readonly toAddress: string;
  readonly toAddressKey: string;
  readonly toName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly unsubscribeUrl: string | null;
  readonly bytes: Buffer | null;
  readonly state: MessageState;
  readonly attempt: number;
  /** Whether a sender has it. */
  readonly isInHand: boolean;
  readonly holdCode: string | null;
  readonly heldAt: Date | null;
  readonly firstTryAt: Date | null;
  readonly inDoubtAt: Date | null;
  readonly looks: number;
  readonly lookedAt: Date | null;
  readonly crashes: number;
  /** What the server answered at the end. */
  readonly finalReply: string | null;
  readonly evidence: readonly Evidence[];
}

/** Something that tells what became of a mail: codes and moments, no texts. */
export interface Evidence {
  readonly kind: 'reply' | 'sent_folder' | 'inbound' | 'person' | 'not_found';
  readonly at: string;
  readonly attempt: number;
  readonly code?: string;
  readonly id?: string;
}

export const ROW = `select o.id, o.client_id as "clientId", o.mailbox_id as "mailboxId", o.kind, o.enrollment_id as "enrollmentId",
    o.step_no as "stepNo", o.pitch_id as "pitchId", o.campaign_id as "campaignId", o.site_id as "siteId", o.contact_id as "contactId",
    o.conversation_id as "conversationId", o.member_id as "memberId", o.is_first as "isFirst", o.is_cold as "isCold",
    o.message_id as "messageId", o.from_address as "fromAddress", o.from_name as "fromName", o.to_address as "toAddress",
    o.to_address_key as "toAddressKey", o.to_name as "toName", o.subject, o.body_text as text, o.body_html as html,
    o.in_reply_to as "inReplyTo", o.reference_ids as "references", o.unsubscribe_url as "unsubscribeUrl", o.mail_bytes as bytes,
    o.state, o.attempt, o.owner is not null as "isInHand", o.hold_code as "holdCode", o.held_at as "heldAt", o.first_try_at as "firstTryAt", o.in_doubt_at as "inDoubtAt",
    o.looks, o.looked_at as "lookedAt", o.crashes, o.final_reply as "finalReply", o.evidence
  from outbound_messages o`;
