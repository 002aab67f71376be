import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength, Min } from 'class-validator';
import {
  RELATIONSHIP_REASONS,
  RELATIONSHIP_STAGES,
  type RelationshipReason,
  type RelationshipStage,
} from '../../core/relationships/relationship.js';
import { IsFilled } from '../../platform/http/field-rules.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { RelationshipRow, ToldView } from './relationship-list.dto.js';

/** A relationship that is written down before any link is known. */
export class NewRelationship {
  @IsUUID()
  brandId!: string;

  /** The site, by any address of it. */
  @IsString()
  @IsFilled()
  @MaxLength(4000)
  siteAddress!: string;
}

/** The relationship in one sentence. */
export class RelationshipSentenceView {
  code!: string;
  @ApiProperty({ type: Object, additionalProperties: true })
  params!: Record<string, unknown>;
  text!: string;
}

/** What all lists of one tool come to about the site: links from it to us, the pages not known. */
export class ToldSiteView extends ToldView {
  /** The host as the tool names it. */
  host!: string;
  /** How many of them are followed; null where the tool does not count them. */
  followLinks!: number | null;
  firstSeenOn!: string | null;
  lastSeenAt!: Date | null;
  lostAt!: Date | null;
  /** `not_in_export`: a complete list no longer names it. */
  lostReason!: string | null;
  /** The import whose list tells last. */
  importId!: string;
}

export class RelationshipDetail extends RelationshipRow {
  reasonNote!: string;
  /** The address of the brand's own site. */
  brandHomeUrl!: string;
  /** What each tool says of the whole site, the newest word first; tools are never mixed. */
  toldBy!: ToldSiteView[];
  sentence!: RelationshipSentenceView;
}

/** What people say about a relationship; what is left out stays. */
export class RelationshipChange {
  /** The revision that was read. */
  @IsInt()
  @Min(1)
  revision!: number;

  @MayBeAbsent()
  @IsIn(RELATIONSHIP_STAGES)
  @ApiProperty({ enum: RELATIONSHIP_STAGES, enumName: 'RelationshipStage' })
  stage?: RelationshipStage;

  /** Null takes the reason away. */
  @IsOptional()
  @IsIn([...RELATIONSHIP_REASONS, null])
  @ApiProperty({ enum: RELATIONSHIP_REASONS, enumName: 'RelationshipReason', nullable: true })
  reason?: RelationshipReason | null;

  /** The reason in words; needed where it is `other`. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(4000)
  reasonNote?: string;
}

/** The litmus test's two answers; null is not answered. */
export class LitmusAnswers {
  @IsOptional()
  @IsBoolean()
  @ApiProperty({ type: Boolean, nullable: true })
  wouldLinkAnyway!: boolean | null;

  @IsOptional()
  @IsBoolean()
  @ApiProperty({ type: Boolean, nullable: true })
  readersGain!: boolean | null;

  @MayBeAbsent()
  @IsString()
  @MaxLength(4000)
  note?: string;
}

/** The query of sums over brands: exactly one of the three. */
export class RelationshipSummaryQuery {
  @MayBeAbsent()
  @IsUUID()
  publisherId?: string;

  @MayBeAbsent()
  @IsUUID()
  clientId?: string;

  @MayBeAbsent()
  @IsUUID()
  siteId?: string;
}

/** Sums over the relationships of a publisher, a client or a site. */
export class RelationshipSummary {
  relationships!: number;
  sites!: number;
  brands!: number;
  /** Relationships with live links both ways. */
  both!: number;
  /** Relationships of which only a tool says that the site links to us. */
  told!: number;
  toUsLive!: number;
  toUsLost!: number;
  toUsUnknown!: number;
  toThemLive!: number;
  toThemLost!: number;
  toThemUnknown!: number;
  oldestOn!: string | null;
  newestOn!: string | null;
}
