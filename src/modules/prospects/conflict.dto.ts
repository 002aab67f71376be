import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import {
  TOUCH_DIRECTIONS,
  TOUCH_KINDS,
  TOUCH_RESULTS,
  type TouchDirection,
  type TouchKind,
  type TouchResult,
} from '../../core/prospects/prospect.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { ShownExclusion } from './prospect-row.dto.js';

export class SiteConflictQuery {
  /** The client for whom somebody wants to approach the site. */
  @MayBeAbsent()
  @IsUUID()
  clientId?: string;

  @MayBeAbsent()
  @IsUUID()
  brandId?: string;
}

/** A touch of the site within the cool-down. Names are null where whoever asks may not see that client. */
export class ConflictTouch {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  at!: Date;
  @ApiProperty({ enum: TOUCH_KINDS, enumName: 'TouchKind' })
  kind!: TouchKind;
  @ApiProperty({ enum: TOUCH_DIRECTIONS, enumName: 'TouchDirection' })
  direction!: TouchDirection;
  @ApiProperty({ enum: TOUCH_RESULTS, enumName: 'TouchResult' })
  result!: TouchResult;
  memberName!: string | null;
  clientId!: string | null;
  clientName!: string | null;
  brandName!: string | null;
  /** It was for a client that whoever asks may not see: say "a colleague, for another client". */
  isHidden!: boolean;
  /** It is within the scope of the cool-down for the client asked about. */
  counts!: boolean;
}

/** Links that a client has from the site now. */
export class LiveLinks {
  clientId!: string | null;
  clientName!: string | null;
  count!: number;
}

/** A site of the same domain: the parent, or a sub-site that was declared. */
export class SiblingSite {
  siteId!: string;
  displayHost!: string;
  lastTouchAt!: Date | null;
  memberName!: string | null;
}

/** Why the site must not be contacted. */
export class ShownSuppression {
  id!: string;
  reason!: string;
  createdAt!: Date;
}

/** Whether a first cold approach of a site would get in somebody's way, and in whose. */
export class SiteConflict {
  @ApiProperty({ enum: ['free', 'warn'] })
  answer!: 'free' | 'warn';
  /** Codes of what is warned of, the most serious first. */
  @ApiProperty({
    isArray: true,
    enum: [
      'do_not_contact',
      'excluded',
      'locked_by_other',
      'contacted_lately',
      'contacted_for_other_client',
      'already_links',
    ],
  })
  reasons!: string[];
  coolDownDays!: number;
  /** Touches within the cool-down, newest first. */
  touches!: ConflictTouch[];
  ownedBy!: string | null;
  lockedUntil!: Date | null;
  liveLinks!: LiveLinks[];
  exclusions!: ShownExclusion[];
  @ApiProperty({ type: () => ShownSuppression, nullable: true })
  suppression!: ShownSuppression | null;
  /** A hint only: the same domain, another site. */
  siblings!: SiblingSite[];
  /** The cool-down does not hold: the relationship is that of partners, or engaged. */
  @ApiProperty({ enum: ['partner', 'engaged'], nullable: true })
  exempt!: 'partner' | 'engaged' | null;
}
