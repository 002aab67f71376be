import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { APPROVAL_SUBJECTS, type ApprovalSubject } from '../../core/campaigns/kind.js';
import { APPROVAL_STATES, type ApprovalState } from '../../core/campaigns/pitch.js';
import { IsFilled } from '../../platform/http/field-rules.js';
import { ListPage, ListQuery } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { ApprovalComment, ApprovalContentView } from './approval-content.dto.js';

const SHOWN = ['open', 'decided'] as const;

export class ClientApprovalsQuery extends ListQuery {
  /** Those that wait for an answer (the default), or those that have one or were withdrawn. */
  @MayBeAbsent()
  @IsIn(SHOWN)
  show?: (typeof SHOWN)[number];
}

/** Why the client does not want it. */
export class Refusal {
  @IsString()
  @IsFilled()
  @MaxLength(5000)
  reason!: string;
}

/** A question as the client's list shows it. */
export class ClientApprovalRow {
  id!: string;
  brandName!: string;
  @ApiProperty({ enum: APPROVAL_SUBJECTS, enumName: 'ApprovalSubject' })
  subject!: ApprovalSubject;
  @ApiProperty({ enum: APPROVAL_STATES, enumName: 'ApprovalState' })
  state!: ApprovalState;
  site!: string | null;
  title!: string | null;
  dueOn!: string | null;
  askedAt!: Date;
  decidedByName!: string | null;
  decidedAt!: Date | null;
  reason!: string;
  commentCount!: number;
}

export class ClientApprovalList extends ListPage {
  items!: ClientApprovalRow[];
  /** Questions that wait for an answer. */
  openCount!: number;
}

export class ClientApprovalDetail extends ClientApprovalRow {
  note!: string;
  content!: ApprovalContentView;
  comments!: ApprovalComment[];
}
