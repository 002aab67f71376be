import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { PLACEMENT_STATES, type PlacementState } from '../../core/placements/placement.js';
import {
  LINK_DIRECTIONS,
  LINK_STATES,
  type LinkDirection,
  type LinkState,
  SIGHT_SOURCES,
  type SightSource,
} from '../../core/relationships/link.js';
import { IsDay, IsWebAddress } from '../../platform/http/field-rules.js';
import { ListPage, ListQuery } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

/** Which links of a relationship. */
export class LinksQuery extends ListQuery {
  @MayBeAbsent()
  @IsIn(LINK_DIRECTIONS)
  @ApiProperty({ enum: LINK_DIRECTIONS, enumName: 'LinkDirection' })
  direction?: LinkDirection;

  @MayBeAbsent()
  @IsIn(LINK_STATES)
  @ApiProperty({ enum: LINK_STATES, enumName: 'LinkState' })
  state?: LinkState;
}

/** One page that links to another, with all that is known of it. */
export class LinkView {
  id!: string;
  @ApiProperty({ enum: LINK_DIRECTIONS, enumName: 'LinkDirection' })
  direction!: LinkDirection;
  sourceUrl!: string;
  targetUrl!: string;
  /** Its words; null where they are not known, "" where it has none. */
  anchor!: string | null;
  /** The words of all links between the two pages, where there are several. */
  anchors!: string[];
  rel!: string | null;
  isImage!: boolean | null;
  isSitewide!: boolean | null;
  /** Where on the page it stands, such as `content` or `footer`. */
  region!: string | null;
  @ApiProperty({ enum: LINK_STATES, enumName: 'LinkState' })
  state!: LinkState;
  firstSeenOn!: string | null;
  lastSeenAt!: Date | null;
  lostAt!: Date | null;
  lostReason!: string | null;
  @ApiProperty({ enum: SIGHT_SOURCES, enumName: 'SightSource', isArray: true })
  seenBy!: SightSource[];
  placementId!: string | null;
  @ApiProperty({ enum: PLACEMENT_STATES, enumName: 'PlacementState', nullable: true })
  placementState!: PlacementState | null;
}

export class LinkList extends ListPage {
  items!: LinkView[];
}

/** A link somebody saw and writes down. */
export class LinkEntry {
  @IsIn(LINK_DIRECTIONS)
  @ApiProperty({ enum: LINK_DIRECTIONS, enumName: 'LinkDirection' })
  direction!: LinkDirection;

  @IsString()
  @IsWebAddress()
  sourceUrl!: string;

  @IsString()
  @IsWebAddress()
  targetUrl!: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(1000)
  anchor?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  rel?: string;

  @MayBeAbsent()
  @IsString()
  @IsDay()
  firstSeenOn?: string;

  /** `live` where absent. */
  @MayBeAbsent()
  @IsIn(LINK_STATES)
  @ApiProperty({ enum: LINK_STATES, enumName: 'LinkState' })
  state?: LinkState;
}

/** One wording of the links to a target page. */
export class AnchorShare {
  /** "" for links without words. */
  anchor!: string;
  count!: number;
  /** Part of all links whose words are known, 0 to 1. */
  share!: number;
  /** How many of them are live now. */
  live!: number;
  @ApiProperty({ enum: SIGHT_SOURCES, enumName: 'SightSource', isArray: true })
  from!: SightSource[];
}

/** The words of the links to a target page, as they are today. */
export class AnchorProfile {
  asOf!: Date;
  /** Links that count: live ones, and those nobody can say anything about now. */
  total!: number;
  items!: AnchorShare[];
  /** Links whose words nobody knows. */
  notKnown!: number;
}
