import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsString, MaxLength } from 'class-validator';
import { PUBLISHER_KINDS, type PublisherKind } from '../../core/publishers/publisher.js';
import { commaList, ListPage, ListQuery, trueOrFalse } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { TABLE_FORMATS, type TableFormat } from '../../platform/http/table-answer.js';

export const PUBLISHER_SORTS = ['newest', 'name'] as const;
export type PublisherSort = (typeof PUBLISHER_SORTS)[number];

/** Which publishers: every field narrows. */
export class PublisherFilter {
  /** Words of the name or of the home page; case, accents and punctuation do not count. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(300)
  search?: string;

  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => commaList(value))
  @IsIn(PUBLISHER_KINDS, { each: true })
  @ApiProperty({ type: String, description: 'Kinds with commas between', example: 'broker,supplier' })
  kind?: PublisherKind[];

  /** True lists archived publishers, false (the default) those that are not. */
  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => trueOrFalse(value))
  @IsBoolean()
  archived?: boolean;
}

/** The query of the list: its filter, its order, its page. */
export class PublisherListQuery extends IntersectionType(PublisherFilter, ListQuery) {
  @MayBeAbsent()
  @IsIn(PUBLISHER_SORTS)
  @ApiProperty({ enum: PUBLISHER_SORTS, enumName: 'PublisherSort' })
  sort?: PublisherSort;
}

/** The query of the export: which publishers, in which form. */
export class PublisherExportQuery extends PublisherFilter {
  @MayBeAbsent()
  @IsIn(TABLE_FORMATS)
  @ApiProperty({ enum: TABLE_FORMATS, enumName: 'TableFormat', required: false })
  format?: TableFormat;
}

/** A publisher as lists show it. */
export class PublisherRow {
  id!: string;
  name!: string;
  @ApiProperty({ enum: PUBLISHER_KINDS, enumName: 'PublisherKind' })
  kind!: PublisherKind;
  homeUrl!: string | null;
  /** ISO 3166 code of two capitals. */
  country!: string | null;
  /** Sites it stands behind now, each once. */
  siteCount!: number;
  /** People who are there now. */
  contactCount!: number;
  /** Live placements on its present sites, as far as whoever asks may see them. */
  livePlacementCount!: number;
  /** The day the newest conditions that still hold were asked for or written down. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  newestConditionOn!: string | null;
  createdAt!: Date;
  archivedAt!: Date | null;
  revision!: number;
}

export class PublisherList extends ListPage {
  items!: PublisherRow[];
}

export const DOUBLE_REASONS = ['same_name', 'name_alike'] as const;
export type DoubleReason = (typeof DOUBLE_REASONS)[number];

/** A publisher that may be the same one. */
export class PublisherDouble {
  id!: string;
  name!: string;
  @ApiProperty({ enum: PUBLISHER_KINDS, enumName: 'PublisherKind' })
  kind!: PublisherKind;
  siteCount!: number;
  /** `same_name`: but for case, accents, punctuation and legal form; `name_alike`: a few letters differ. */
  @ApiProperty({ enum: DOUBLE_REASONS, enumName: 'PublisherDoubleReason' })
  reason!: DoubleReason;
}

export class PublisherDoubles {
  items!: PublisherDouble[];
}

export class DoublesQuery {
  @IsString()
  @MaxLength(200)
  name!: string;
}
