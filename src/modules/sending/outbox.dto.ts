import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import {
  MESSAGE_STATES,
  type MessageState,
  OUTBOUND_KINDS,
  type OutboundKind,
} from '../../core/sending/message-state.js';
import { OUTBOX_STATES, type OutboxState, SETTLEMENTS, type Settlement } from '../../core/sending/outbox.js';
import { IsFilled } from '../../platform/http/field-rules.js';
import { ListPage, ListQuery } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

export class OutboxQuery extends ListQuery {
  /** What goes next where it is not said. */
  @MayBeAbsent()
  @IsIn(OUTBOX_STATES)
  @ApiProperty({ enum: OUTBOX_STATES, enumName: 'OutboxState', required: false })
  state?: OutboxState;

  @MayBeAbsent()
  @IsUUID()
  mailboxId?: string;

  @MayBeAbsent()
  @IsUUID()
  clientId?: string;

  @MayBeAbsent()
  @IsUUID()
  campaignId?: string;

  @MayBeAbsent()
  @IsUUID()
  pitchId?: string;
}

export class OutboxEvidence {
  /** `reply`: the server's yes was kept. `not_found`: a look that found nothing. */
  @ApiProperty({
    enum: ['reply', 'sent_folder', 'inbound', 'person', 'not_found'],
    enumName: 'OutboxEvidenceKind',
  })
  kind!: string;
  @ApiProperty({ format: 'date-time' })
  at!: string;
  /** Of which try it tells. */
  attempt!: number;
  @ApiProperty({ type: String, nullable: true })
  code!: string | null;
}

export class OutboxRow {
  id!: string;
  @ApiProperty({ enum: OUTBOUND_KINDS, enumName: 'OutboundKind' })
  kind!: OutboundKind;
  /** `in_doubt` and `unknown`: nobody is sure whether it arrived. */
  @ApiProperty({ enum: MESSAGE_STATES, enumName: 'OutboundMailState' })
  state!: MessageState;
  mailboxId!: string;
  mailboxAddress!: string;
  toAddress!: string;
  toName!: string;
  subject!: string;
  @ApiProperty({ type: String, nullable: true })
  clientId!: string | null;
  @ApiProperty({ type: String, nullable: true })
  pitchId!: string | null;
  @ApiProperty({ type: String, nullable: true })
  siteName!: string | null;
  @ApiProperty({ type: String, nullable: true })
  campaignName!: string | null;
  @ApiProperty({ type: Number, nullable: true })
  stepNo!: number | null;
  /** Mails of the sequence. */
  @ApiProperty({ type: Number, nullable: true })
  stepCount!: number | null;
  notBefore!: Date;
  /** Why it does not go now: held by it where `heldAt` is set, waiting for its moment otherwise. */
  @ApiProperty({ type: String, nullable: true })
  holdCode!: string | null;
  @ApiProperty({ type: String, nullable: true })
  holdSentence!: string | null;
  @ApiProperty({ type: Date, nullable: true })
  heldAt!: Date | null;
  /** Whether a manager may let this reason pass. */
  mayOverride!: boolean;
  @ApiProperty({ type: Date, nullable: true })
  inDoubtAt!: Date | null;
  /** How often it was tried. */
  attempt!: number;
  @ApiProperty({ type: Date, nullable: true })
  sentAt!: Date | null;
  /** What the server answered at the end; `caught` where a mail went to the built-in catcher. */
  @ApiProperty({ type: String, nullable: true })
  finalReply!: string | null;
  @ApiProperty({ type: String, nullable: true })
  failureCode!: string | null;
  evidence!: OutboxEvidence[];
}

export class OutboxList extends ListPage {
  items!: OutboxRow[];
}

export class OutboxMail extends OutboxRow {
  text!: string;
  @ApiProperty({ type: String, nullable: true })
  html!: string | null;
  fromName!: string;
  messageId!: string;
  @ApiProperty({ type: String, nullable: true })
  unsubscribeUrl!: string | null;
}

export class OutboxRelease {
  /** Reasons a manager lets pass for this mail. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  overrideCodes?: string[];
}

export class OutboxSettlement {
  @IsIn(SETTLEMENTS)
  @ApiProperty({ enum: SETTLEMENTS, enumName: 'OutboxSettlementKind' })
  was!: Settlement;
}

export class OutboxHeldCount {
  code!: string;
  count!: number;
}

export class OutboxHour {
  mailboxId!: string;
  mailboxAddress!: string;
  /** The beginning of the hour. */
  at!: Date;
  count!: number;
}

export class OutboxSummary {
  waiting!: number;
  held!: number;
  doubt!: number;
  heldByCode!: OutboxHeldCount[];
  /** What goes next, by mailbox and hour; the soonest first, 200 at most. */
  next!: OutboxHour[];
}

export class SendingView {
  isPaused!: boolean;
  @ApiProperty({ type: String, nullable: true })
  pauseCode!: string | null;
  @ApiProperty({ type: Date, nullable: true })
  pausedAt!: Date | null;
  /** When `linkledger reconcile` last compared the mailboxes with the database. */
  @ApiProperty({ type: Date, nullable: true })
  reconciledAt!: Date | null;
  /** Put back from a backup, and nobody has found out since what left meanwhile: sending goes on after `linkledger reconcile`. */
  needsReconciling!: boolean;
}

/** Why sending goes on though nobody looked into the mailboxes. */
export class ResumeUnreconciled {
  @IsString()
  @IsFilled()
  @MinLength(10)
  @MaxLength(500)
  reason!: string;
}
