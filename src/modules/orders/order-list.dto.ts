import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { ORDER_STATES, type OrderState } from '../../core/orders/order.js';
import { IsDay } from '../../platform/http/field-rules.js';
import { commaList, ListQuery, trueOrFalse } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { TABLE_FORMATS, type TableFormat } from '../../platform/http/table-answer.js';

/** What orders use of budgets: anything, what is paid, what is promised and not paid yet. */
const BUDGET_USES = ['used', 'spent', 'committed'] as const;
export type BudgetUse = (typeof BUDGET_USES)[number];

const ORDER_SORTS = ['newest', 'number', 'ends'] as const;
export type OrderSort = (typeof ORDER_SORTS)[number];

/** Which orders: every field narrows. */
export class OrderFilter {
  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => commaList(value))
  @IsIn(ORDER_STATES, { each: true })
  @ApiProperty({ type: String, description: 'States with commas between', example: 'payable,live' })
  state?: OrderState[];

  @MayBeAbsent()
  @IsUUID()
  clientId?: string;

  @MayBeAbsent()
  @IsUUID()
  brandId?: string;

  @MayBeAbsent()
  @IsUUID()
  campaignId?: string;

  @MayBeAbsent()
  @IsUUID()
  pitchId?: string;

  /** Orders with this publisher. */
  @MayBeAbsent()
  @IsUUID()
  supplierId?: string;

  /** Orders with a line for this placement. */
  @MayBeAbsent()
  @IsUUID()
  placementId?: string;

  /** Placed orders whose term ends by this day and of which nobody decided what comes then. */
  @MayBeAbsent()
  @IsString()
  @IsDay()
  endingBefore?: string;

  /** True: only orders with a lost line that stands, false: only those without. */
  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => trueOrFalse(value))
  @IsBoolean()
  lost?: boolean;

  /** Only orders that use a budget: all of them, those with a paid line, those with one that is promised and not paid yet. */
  @MayBeAbsent()
  @IsIn(BUDGET_USES)
  @ApiProperty({ enum: BUDGET_USES, enumName: 'BudgetUse', required: false })
  budget?: BudgetUse;

  /** Whose orders: a member's id, or `none` for orders nobody owns. */
  @ValidateIf((filter: OrderFilter) => !['none', undefined].includes(filter.ownerMemberId))
  @IsUUID()
  @ApiProperty({ type: String, format: 'uuid or none', required: false })
  ownerMemberId?: string;

  /** The number, or words of supplier, brand, site, PO and invoice. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(300)
  search?: string;
}

/** The query of the list: its filter, its order, its page. */
export class OrderListQuery extends IntersectionType(OrderFilter, ListQuery) {
  @MayBeAbsent()
  @IsIn(ORDER_SORTS)
  @ApiProperty({ enum: ORDER_SORTS, enumName: 'OrderSort' })
  sort?: OrderSort;
}

/** The query of the file for bookkeeping. */
export class OrderExportQuery extends OrderFilter {
  @MayBeAbsent()
  @IsIn(TABLE_FORMATS)
  @ApiProperty({ enum: TABLE_FORMATS, enumName: 'TableFormat', required: false })
  format?: TableFormat;
}
