import { ApiProperty } from '@nestjs/swagger';
import {
  PUBLISHER_KINDS,
  type PublisherKind,
  SITE_ROLES,
  type SiteRole,
} from '../../core/publishers/publisher.js';
import { ConditionView } from './conditions.dto.js';
import { PublisherDouble, PublisherRow } from './publisher-list.dto.js';

/** A site of a publisher, present or former. */
export class PublisherSite {
  /** Names this role at this site. */
  linkId!: string;
  siteId!: string;
  siteKey!: string;
  displayHost!: string;
  @ApiProperty({ enum: SITE_ROLES, enumName: 'SiteRole' })
  role!: SiteRole;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  sinceOn!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  untilOn!: string | null;
  isFormer!: boolean;
}

export class PublisherDetail extends PublisherRow {
  notes!: string;
  updatedAt!: Date;
  /** Present sites first, then former ones. */
  sites!: PublisherSite[];
  /** Conditions, newest first, outdated ones too. */
  conditions!: ConditionView[];
}

export class MadePublisher extends PublisherDetail {
  /** Publishers that may be the same one. */
  warnings!: PublisherDouble[];
}

/** A publisher of a site, present or former. */
export class SitePublisher {
  linkId!: string;
  publisherId!: string;
  name!: string;
  @ApiProperty({ enum: PUBLISHER_KINDS, enumName: 'PublisherKind' })
  kind!: PublisherKind;
  @ApiProperty({ enum: SITE_ROLES, enumName: 'SiteRole' })
  role!: SiteRole;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  sinceOn!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  untilOn!: string | null;
  isFormer!: boolean;
}

export class SitePublishers {
  items!: SitePublisher[];
  /** Until when the last change of owner can be undone; null when there is none to undo. */
  ownerUndoUntil!: Date | null;
}
