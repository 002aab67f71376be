import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsDateString, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  CONVERSATION_STATES,
  type ConversationState,
  INBOUND_KINDS,
  type InboundKind,
} from '../../core/inbox/inbox.js';
import { IsFilled } from '../../platform/http/field-rules.js';
import { ListPage, ListQuery, trueOrFalse } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

export class ConversationListQuery extends ListQuery {
  @MayBeAbsent()
  @IsIn(CONVERSATION_STATES)
  @ApiProperty({ enum: CONVERSATION_STATES, enumName: 'ConversationState' })
  state?: ConversationState;

  /** True: only those that were put off; left out, only those that were not. */
  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => trueOrFalse(value))
  @IsBoolean()
  snoozed?: boolean;

  /** A member's id, `me`, or `nobody`. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(40)
  assigneeMemberId?: string;

  @MayBeAbsent()
  @IsUUID()
  mailboxId?: string;

  @MayBeAbsent()
  @IsUUID()
  clientId?: string;

  @MayBeAbsent()
  @IsUUID()
  pitchId?: string;

  @MayBeAbsent()
  @IsUUID()
  contactId?: string;

  @MayBeAbsent()
  @IsUUID()
  siteId?: string;

  /** Words in the subject, or in the name or address of whoever wrote. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  search?: string;
}

export class MailPerson {
  name!: string;
  address!: string;
}

export class ConversationAssignee {
  memberId!: string;
  name!: string;
}

export class ConversationRow {
  id!: string;
  subject!: string;
  @ApiProperty({ enum: CONVERSATION_STATES, enumName: 'ConversationState' })
  state!: ConversationState;
  /** Who wrote last from outside; null where only the team has written. */
  from!: MailPerson | null;
  lastAt!: Date;
  /** What the last mail that came in was taken for. */
  @ApiProperty({ enum: INBOUND_KINDS, enumName: 'InboundKind', nullable: true })
  lastKind!: InboundKind | null;
  siteId!: string | null;
  siteName!: string | null;
  contactId!: string | null;
  clientId!: string | null;
  mailboxId!: string | null;
  campaignName!: string | null;
  pitchIds!: string[];
  assignee!: ConversationAssignee | null;
  snoozedUntil!: Date | null;
  /** The beginning of the newest text. */
  snippet!: string;
  messageCount!: number;
  revision!: number;
}

export class ConversationList extends ListPage {
  items!: ConversationRow[];
}

export class InboxCounts {
  toAnswer!: number;
  waiting!: number;
  unmatched!: number;
  other!: number;
  done!: number;
  snoozed!: number;
}

export class ConversationReply {
  /** The text; the mailbox's signature is added when it is sent. */
  @IsString()
  @IsFilled()
  @MaxLength(50_000)
  text!: string;

  /** Left out, whoever wrote last. */
  @MayBeAbsent()
  @IsString()
  @IsFilled()
  @MaxLength(320)
  toAddress?: string;

  /** A stage the pitch is moved to, too. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(100)
  moveTo?: string;

  /** Which of the pitches is meant; needed with `moveTo` where the conversation serves several. */
  @MayBeAbsent()
  @IsUUID()
  pitchId?: string;

  @MayBeAbsent()
  @IsBoolean()
  doneAfter?: boolean;
}

export class ReplySent {
  /** The mail on its way out. */
  outboundId!: string;
}

export class ConversationAssignment {
  /** Null gives it to nobody. */
  @IsOptional()
  @IsUUID()
  memberId!: string | null;
}

export class ConversationSnooze {
  /** A moment to come; null takes it back. */
  @IsOptional()
  @IsDateString({ strict: true })
  until!: string | null;
}

export class NewConversationNote {
  @IsString()
  @IsFilled()
  @MaxLength(5000)
  text!: string;
}

/** Exactly one of them is named. */
export class ConversationMatch {
  @MayBeAbsent()
  @IsUUID()
  pitchId?: string;

  @MayBeAbsent()
  @IsUUID()
  siteId?: string;

  @MayBeAbsent()
  @IsUUID()
  contactId?: string;

  /** True: mail of this sender goes there from now on. */
  @MayBeAbsent()
  @IsBoolean()
  teach?: boolean;
}

export class ConversationResume {
  @IsUUID()
  enrollmentId!: string;
}

export const SUGGESTION_REASONS = [
  'same_address',
  'same_domain',
  'same_subject',
  'named_in_text',
  'written_lately',
] as const;

export class MatchSuggestion {
  pitchId!: string | null;
  siteId!: string | null;
  contactId!: string | null;
  siteName!: string | null;
  campaignName!: string | null;
  contactName!: string | null;
  /** Why it is offered, the strongest first. */
  @ApiProperty({ enum: SUGGESTION_REASONS, enumName: 'MatchSuggestionReason', isArray: true })
  reasons!: (typeof SUGGESTION_REASONS)[number][];
}

export class MatchSuggestions {
  items!: MatchSuggestion[];
}
