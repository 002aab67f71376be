import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { APPROVAL_SUBJECTS, type ApprovalSubject } from '../../core/campaigns/kind.js';
import { APPROVAL_STATES, type ApprovalState } from '../../core/campaigns/pitch.js';
import { IsDay, IsFilled } from '../../platform/http/field-rules.js';
import { ListPage, ListQuery } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { ApprovalComment, ApprovalContentView } from './approval-content.dto.js';

/** What a client is asked: one subject of one or many pitches. */
export class NewApprovals {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  pitchIds!: string[];

  @IsIn(APPROVAL_SUBJECTS)
  @ApiProperty({ enum: APPROVAL_SUBJECTS, enumName: 'ApprovalSubject' })
  subject!: ApprovalSubject;

  /** The day an answer is needed by. */
  @MayBeAbsent()
  @IsDay()
  dueOn?: string;

  /** A word to the client, shown above what is asked. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

export class ApprovalsQuery extends ListQuery {
  @MayBeAbsent()
  @IsIn(APPROVAL_STATES)
  @ApiProperty({ enum: APPROVAL_STATES, enumName: 'ApprovalState' })
  state?: ApprovalState;

  @MayBeAbsent()
  @IsUUID()
  clientId?: string;

  @MayBeAbsent()
  @IsUUID()
  campaignId?: string;

  @MayBeAbsent()
  @IsUUID()
  pitchId?: string;

  /** Asked by this member. */
  @MayBeAbsent()
  @IsUUID()
  askedByMemberId?: string;

  /** Accepted or refused on this day or since. */
  @MayBeAbsent()
  @IsDay()
  @ApiProperty({ format: 'date' })
  decidedFrom?: string;
}

/** A word about a question. */
export class NewComment {
  @IsString()
  @IsFilled()
  @MaxLength(5000)
  body!: string;
}

/** A question to a client as the team's list shows it. */
export class ApprovalRow {
  id!: string;
  clientId!: string;
  clientName!: string;
  brandId!: string;
  brandName!: string;
  campaignId!: string | null;
  campaignName!: string | null;
  pitchId!: string | null;
  @ApiProperty({ enum: APPROVAL_SUBJECTS, enumName: 'ApprovalSubject' })
  subject!: ApprovalSubject;
  @ApiProperty({ enum: APPROVAL_STATES, enumName: 'ApprovalState' })
  state!: ApprovalState;
  /** The site it is about; null where none is known. */
  site!: string | null;
  /** What is asked in a few words: the topic, or the start of the draft; null for a site. */
  title!: string | null;
  dueOn!: string | null;
  /** Still asked, and its day has passed. */
  isOverdue!: boolean;
  askedByMemberId!: string | null;
  askedByName!: string | null;
  askedAt!: Date;
  decidedByName!: string | null;
  decidedAt!: Date | null;
  /** Why it was refused. */
  reason!: string;
  commentCount!: number;
}

export class ApprovalList extends ListPage {
  items!: ApprovalRow[];
}

/** A question with what was asked, word for word, and what was said about it. */
export class ApprovalDetail extends ApprovalRow {
  note!: string;
  content!: ApprovalContentView;
  comments!: ApprovalComment[];
}

/** A pitch that was not asked about, and why. */
export class NotAsked {
  pitchId!: string;
  code!: string;
  /** In the reader's language. */
  message!: string;
}

export class AskedApprovals {
  items!: ApprovalRow[];
  skipped!: NotAsked[];
}
