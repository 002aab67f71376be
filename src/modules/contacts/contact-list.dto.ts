import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { ADDRESS_STATUSES, type AddressStatus, GROUNDS, type Ground } from '../../core/contacts/contact.js';
import { IdsIfSent, ObjectIfSent } from '../../platform/http/if-sent.js';
import { ListQuery, trueOrFalse } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { TABLE_FORMATS, type TableFormat } from '../../platform/http/table-answer.js';

export const CONTACT_SORTS = ['name', 'newest', 'updated'] as const;
export type ContactSort = (typeof CONTACT_SORTS)[number];

const STANDINGS = ['current', 'former'] as const;
const GROUND_FILTERS = ['missing', ...GROUNDS] as const;
const ADDRESS_FILTERS = ['none', ...ADDRESS_STATUSES] as const;

/** Which contacts: every field narrows. */
export class ContactFilter {
  /** Words of the name, the position or an address: three characters at least; fewer are the beginning of the name. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(300)
  search?: string;

  @MayBeAbsent()
  @IsUUID()
  siteId?: string;

  @MayBeAbsent()
  @IsUUID()
  publisherId?: string;

  /** Former contacts work nowhere any more; with a site or publisher it is about that place. */
  @MayBeAbsent()
  @IsIn(STANDINGS)
  @ApiProperty({ enum: STANDINGS, enumName: 'ContactStanding', required: false })
  status?: (typeof STANDINGS)[number];

  /** The ground for mailing that holds, or `missing`. */
  @MayBeAbsent()
  @IsIn(GROUND_FILTERS)
  @ApiProperty({ enum: GROUND_FILTERS, enumName: 'GroundFilter', required: false })
  ground?: Ground | 'missing';

  /** Of the main address, or `none` where there is no address. */
  @MayBeAbsent()
  @IsIn(ADDRESS_FILTERS)
  @ApiProperty({ enum: ADDRESS_FILTERS, enumName: 'AddressStatusFilter', required: false })
  addressStatus?: AddressStatus | 'none';

  @MayBeAbsent()
  @Matches(/^[a-z]{2}$/)
  language?: string;

  @MayBeAbsent()
  @Matches(/^[A-Z]{2}$/)
  country?: string;

  @MayBeAbsent()
  @IsUUID()
  importId?: string;

  /** True lists archived contacts, false (the default) those that are not. */
  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => trueOrFalse(value))
  @IsBoolean()
  archived?: boolean;
}

/** The query of the list: its filter, its order, its page. */
export class ContactListQuery extends IntersectionType(ContactFilter, ListQuery) {
  @MayBeAbsent()
  @IsIn(CONTACT_SORTS)
  @ApiProperty({ enum: CONTACT_SORTS, enumName: 'ContactSort', required: false })
  sort?: ContactSort;
}

/** Whose addresses are checked: named contacts, or all that fit a filter now. */
export class CheckWish {
  @IdsIfSent()
  ids?: string[];

  @ObjectIfSent(() => ContactFilter)
  filter?: ContactFilter;
}

/** The query of the export: which contacts, in which form. */
export class ContactExportQuery extends ContactFilter {
  @MayBeAbsent()
  @IsIn(TABLE_FORMATS)
  @ApiProperty({ enum: TABLE_FORMATS, enumName: 'TableFormat', required: false })
  format?: TableFormat;
}
