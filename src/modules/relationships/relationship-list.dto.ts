import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { TOLD_STATES, type ToldState } from '../../core/relationships/linking-site.js';
import {
  ARROWS_TO_THEM,
  ARROWS_TO_US,
  type ArrowToThem,
  type ArrowToUs,
  RELATIONSHIP_REASONS,
  RELATIONSHIP_STAGES,
  type RelationshipReason,
  type RelationshipStage,
} from '../../core/relationships/relationship.js';
import { ListPage, ListQuery } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

export const RELATIONSHIP_DIRECTIONS = ['to_us', 'told', 'to_them', 'both', 'none'] as const;
export type RelationshipDirection = (typeof RELATIONSHIP_DIRECTIONS)[number];

export const RELATIONSHIP_SORTS = ['newest', 'updated', 'to_us', 'to_them', 'site'] as const;
export type RelationshipSort = (typeof RELATIONSHIP_SORTS)[number];

/** Which relationships: every field narrows. */
export class RelationshipFilter {
  @MayBeAbsent()
  @IsUUID()
  clientId?: string;

  @MayBeAbsent()
  @IsUUID()
  brandId?: string;

  @MayBeAbsent()
  @IsUUID()
  siteId?: string;

  /** Sites this publisher stands behind now. */
  @MayBeAbsent()
  @IsUUID()
  publisherId?: string;

  /** Live links: to us, to them, both ways, or none that is known; `told`: a tool says so of the whole site, its pages are not known. */
  @MayBeAbsent()
  @IsIn(RELATIONSHIP_DIRECTIONS)
  @ApiProperty({ enum: RELATIONSHIP_DIRECTIONS, enumName: 'RelationshipDirection' })
  direction?: RelationshipDirection;

  @MayBeAbsent()
  @IsIn(RELATIONSHIP_STAGES)
  @ApiProperty({ enum: RELATIONSHIP_STAGES, enumName: 'RelationshipStage' })
  stage?: RelationshipStage;

  @MayBeAbsent()
  @IsIn(RELATIONSHIP_REASONS)
  @ApiProperty({ enum: RELATIONSHIP_REASONS, enumName: 'RelationshipReason' })
  reason?: RelationshipReason;

  /** `missing`: linked both ways, and the litmus test is not answered. */
  @MayBeAbsent()
  @IsIn(['missing'])
  litmus?: 'missing';

  /** Part of the site's host; three characters at least, fewer are its beginning. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(300)
  search?: string;
}

/** The query of the list: its filter, its order, its page. */
export class RelationshipListQuery extends IntersectionType(RelationshipFilter, ListQuery) {
  @MayBeAbsent()
  @IsIn(RELATIONSHIP_SORTS)
  @ApiProperty({ enum: RELATIONSHIP_SORTS, enumName: 'RelationshipSort' })
  sort?: RelationshipSort;
}

/** The query of the export: which relationships, in which form. */
export class RelationshipExportQuery extends RelationshipFilter {
  @MayBeAbsent()
  @IsIn(['csv', 'xlsx'])
  format?: 'csv' | 'xlsx';
}

export class PublisherOfRelationship {
  id!: string;
  name!: string;
}

/** Who links to whom, as far as it is known. */
export class ArrowsView {
  @ApiProperty({ enum: ARROWS_TO_US, enumName: 'ArrowToUs' })
  toUs!: ArrowToUs;
  @ApiProperty({ enum: ARROWS_TO_THEM, enumName: 'ArrowToThem' })
  toThem!: ArrowToThem;
  /** When our own site was last read completely; null while it never was. */
  toThemAsOf!: Date | null;
}

/** The two questions asked of links that go both ways, with who answered and when. Null is not answered. */
export class LitmusView {
  /** Would we still link if they did not link back? */
  wouldLinkAnyway!: boolean | null;
  /** Would readers gain from both links without knowing they are mutual? */
  readersGain!: boolean | null;
  note!: string;
  byName!: string | null;
  at!: Date | null;
}

/** What tools say of the whole site: whose word it is, how many links, as of which day. */
export class ToldView {
  @ApiProperty({ enum: TOLD_STATES, enumName: 'ToldState' })
  state!: ToldState;
  /** The tool, such as `ahrefs`; `other` where nobody named it. */
  source!: string;
  /** Null where the tool does not count. */
  links!: number | null;
  /** The day its list tells of, YYYY-MM-DD. */
  asOf!: string;
}

/** Everything between one brand and one site, as a list shows it. */
export class RelationshipRow {
  id!: string;
  brandId!: string;
  brandName!: string;
  clientId!: string;
  clientName!: string;
  siteId!: string;
  displayHost!: string;
  publisher!: PublisherOfRelationship | null;
  @ApiProperty({ enum: RELATIONSHIP_STAGES, enumName: 'RelationshipStage' })
  stage!: RelationshipStage;
  arrows!: ArrowsView;
  toUsLive!: number;
  toUsLost!: number;
  toUsUnknown!: number;
  /** Never counted among the links: no page is known. Null where no tool told of the site. */
  told!: ToldView | null;
  toThemLive!: number;
  toThemLost!: number;
  toThemUnknown!: number;
  /** The days on which the oldest and the newest link were first seen. */
  oldestOn!: string | null;
  newestOn!: string | null;
  @ApiProperty({ enum: RELATIONSHIP_REASONS, enumName: 'RelationshipReason', nullable: true })
  reason!: RelationshipReason | null;
  litmus!: LitmusView;
  createdAt!: Date;
  updatedAt!: Date;
  revision!: number;
}

export class RelationshipList extends ListPage {
  items!: RelationshipRow[];
}

/** How many relationships there are of each direction; the filter's own direction and litmus are left aside. */
export class RelationshipCounts {
  all!: number;
  toUs!: number;
  told!: number;
  toThem!: number;
  both!: number;
  none!: number;
  litmusMissing!: number;
}
