import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { UNKNOWN_KINDS, type UnknownKind } from '../../core/sending/deliverability.js';
import { IsDay } from '../../platform/http/field-rules.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

export const DELIVERABILITY_GROUPS = ['mailbox', 'template'] as const;
/** What the figures are told apart by. */
export type DeliverabilityGroup = (typeof DELIVERABILITY_GROUPS)[number];

export class DeliverabilityQuery {
  /** First day, in the workspace's zone; 29 days before the last one where absent. */
  @MayBeAbsent()
  @IsDay()
  @ApiProperty({ type: String, format: 'date', required: false })
  from?: string;

  /** Last day; today where absent. */
  @MayBeAbsent()
  @IsDay()
  @ApiProperty({ type: String, format: 'date', required: false })
  to?: string;

  @MayBeAbsent()
  @IsIn(DELIVERABILITY_GROUPS)
  @ApiProperty({ enum: DELIVERABILITY_GROUPS, enumName: 'DeliverabilityGroup', required: false })
  groupBy?: DeliverabilityGroup;

  /** Only mails for this client. */
  @MayBeAbsent()
  @IsUUID()
  clientId?: string;
}

/** Shares of `n`, 0 to 1; null where `n` is under 20. */
export class DeliverabilityShares {
  @ApiProperty({ type: Number, nullable: true })
  bounced!: number | null;
  @ApiProperty({ type: Number, nullable: true })
  replied!: number | null;
  @ApiProperty({ type: Number, nullable: true })
  optedOut!: number | null;
  @ApiProperty({ type: Number, nullable: true })
  complained!: number | null;
}

/** What became of the mails that were sent in the period: counts of mails, whenever the answer came. */
export class DeliverabilityFigures {
  sent!: number;
  bouncedHard!: number;
  bouncedSoft!: number;
  replies!: number;
  /** Automatic replies; they are not replies. */
  autoReplies!: number;
  optOuts!: number;
  complaints!: number;
  /** Mails of which nobody knows whether they left; not in `sent`. */
  doubts!: number;
  /** What the shares are of. */
  n!: number;
  shares!: DeliverabilityShares;
}

export class DeliverabilityLine extends DeliverabilityFigures {
  /** The mailbox or the template; null for mails without a template. */
  @ApiProperty({ type: String, nullable: true })
  id!: string | null;
  /** The address of the mailbox, the name of the template; empty for mails without a template. */
  name!: string;
}

export class DeliverabilityUnknown {
  @ApiProperty({ enum: UNKNOWN_KINDS, enumName: 'DeliverabilityUnknownKind' })
  code!: UnknownKind;
  /** How many mails, or folders, it is about. */
  count!: number;
}

export class DeliverabilityView {
  @ApiProperty({ format: 'date' })
  from!: string;
  @ApiProperty({ format: 'date' })
  to!: string;
  items!: DeliverabilityLine[];
  all!: DeliverabilityFigures;
  /** What these figures do not know. */
  notKnown!: DeliverabilityUnknown[];
}
