import { ApiProperty } from '@nestjs/swagger';
import {
  INBOUND_KINDS,
  type InboundKind,
  MATCH_RULES,
  type MatchRule,
  TERMS_STATES,
  type TermsState,
} from '../../core/inbox/inbox.js';
import { OPT_OUT_ANSWERS, type OptOutAnswer } from '../../core/mail-reading/opt-out-reading.js';
import { ConversationRow, MailPerson } from './conversations.dto.js';

export const DIRECTIONS = ['in', 'out'] as const;

export class MessageAttachment {
  name!: string | null;
  type!: string;
  /** In bytes. */
  size!: number;
}

export class MessageRecipient {
  address!: string | null;
  /** The enhanced status, such as 5.1.1; null where none was said. */
  status!: string | null;
  replyCode!: string | null;
  /** The address will not accept mail. */
  permanent!: boolean;
  scope!: string;
  reason!: string;
}

export class MessageOptOut {
  @ApiProperty({ enum: OPT_OUT_ANSWERS, enumName: 'OptOutAnswer' })
  answer!: OptOutAnswer;
  sentence!: string | null;
  /** What a person decided about a doubtful one; null while nobody has. */
  @ApiProperty({ type: String, nullable: true })
  decided!: string | null;
}

export class TermProposal {
  /** What it is about: link, rel, due, price, words, duration. */
  term!: string;
  value!: string;
  /** Their words. */
  sentence!: string;
}

/** A mail of a conversation, in or out. What came in says what it was taken for and by which rule. */
export class ConversationMessage {
  id!: string;
  @ApiProperty({ enum: DIRECTIONS, enumName: 'MessageDirection' })
  direction!: (typeof DIRECTIONS)[number];
  /** Null for a mail of ours. */
  @ApiProperty({ enum: INBOUND_KINDS, enumName: 'InboundKind', nullable: true })
  kind!: InboundKind | null;
  /** The rule's name; empty for a mail of ours. */
  rule!: string;
  /** The rule in words. */
  ruleSentence!: string;
  @ApiProperty({ enum: MATCH_RULES, enumName: 'MatchRule', nullable: true })
  matchRule!: MatchRule | null;
  matchSentence!: string;
  @ApiProperty({ enum: INBOUND_KINDS, enumName: 'InboundKind', nullable: true })
  correctedKind!: InboundKind | null;
  from!: MailPerson;
  to!: string[];
  subject!: string;
  at!: Date;
  text!: string;
  quoted!: string;
  hasHtml!: boolean;
  attachments!: MessageAttachment[];
  recipients!: MessageRecipient[];
  optOut!: MessageOptOut | null;
  terms!: TermProposal[];
  @ApiProperty({ enum: TERMS_STATES, enumName: 'OfferedTermsState' })
  termsState!: TermsState;
  /** The day somebody is back, YYYY-MM-DD. */
  returnsOn!: string | null;
  /** The folder it was found in; null for a mail of ours. */
  folder!: string | null;
  /** Where a mail of ours stands; null for one that came in. */
  outboundState!: string | null;
}

export class ConversationPitch {
  id!: string;
  stage!: string;
  status!: string;
  kind!: string;
  campaignId!: string;
  campaignName!: string;
  siteId!: string | null;
  siteName!: string | null;
  clientId!: string;
}

export class PausedEnrollment {
  id!: string;
  pitchId!: string;
  sequenceName!: string;
  contactName!: string;
  toAddress!: string;
  siteName!: string | null;
  state!: string;
  stateCode!: string | null;
  nextStepNo!: number | null;
}

export class ConversationNote {
  id!: string;
  text!: string;
  authorName!: string | null;
  createdAt!: Date;
}

export class ConversationDetail extends ConversationRow {
  contactName!: string | null;
  /** The address answers leave from; null where the mailbox is gone. */
  mailboxAddress!: string | null;
  messages!: ConversationMessage[];
  pitches!: ConversationPitch[];
  /** Enrolments of these pitches, people and sites that stand still. */
  enrollments!: PausedEnrollment[];
  notes!: ConversationNote[];
  /** The person must not be mailed: one answer in this thread is left, or was given. */
  suppressed!: boolean;
  mayAnswer!: boolean;
}
