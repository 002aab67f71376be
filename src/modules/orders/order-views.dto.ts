import { ApiProperty } from '@nestjs/swagger';
import { UNPAYABLE_REASONS, type UnpayableReason } from '../../core/orders/line-state.js';
import { NEXT_STEPS, type NextStep } from '../../core/orders/next-step.js';
import {
  AGREED_LABELS,
  type AgreedLabel,
  LINE_STATES,
  type LineState,
  ORDER_STAGES,
  ORDER_STATES,
  type OrderStage,
  type OrderState,
  RENEWALS,
  type Renewal,
} from '../../core/orders/order.js';
import {
  PLACEMENT_STATES,
  PLACEMENT_TYPES,
  type PlacementState,
  type PlacementType,
} from '../../core/placements/placement.js';
import { ListPage } from '../../platform/http/list.dto.js';

/** Who is paid. */
export class OrderSupplier {
  id!: string;
  name!: string;
}

/** Sums of an order in its currency; VAT is rounded for each line. Replaced and cancelled lines count for nothing. */
export class OrderSums {
  buyingMinor!: number;
  buyingVatMinor!: number;
  sellingMinor!: number | null;
  sellingVatMinor!: number | null;
  /** Without VAT: what may be paid now. */
  payableMinor!: number;
  paidMinor!: number;
  creditedMinor!: number;
  creditedVatMinor!: number;
}

/** An order as lists show it. */
export class OrderRow {
  id!: string;
  /** Counts up within the workspace. */
  number!: number;
  @ApiProperty({ enum: ORDER_STATES, enumName: 'OrderState' })
  state!: OrderState;
  @ApiProperty({ enum: ORDER_STAGES, enumName: 'OrderStage' })
  stage!: OrderStage;
  @ApiProperty({ enum: NEXT_STEPS, enumName: 'OrderNextStep' })
  nextStep!: NextStep;
  clientId!: string;
  clientName!: string;
  brandId!: string;
  brandName!: string;
  campaignId!: string | null;
  campaignName!: string | null;
  pitchId!: string | null;
  @ApiProperty({ type: OrderSupplier, nullable: true })
  supplier!: OrderSupplier | null;
  currency!: string;
  sums!: OrderSums;
  /** Lines that stand. */
  lineCount!: number;
  lostLineCount!: number;
  /** Hosts of the first three sites. */
  hosts!: string[];
  poReference!: string;
  invoiceReference!: string;
  termMonths!: number | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  startsOn!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  endsOn!: string | null;
  @ApiProperty({ enum: RENEWALS, enumName: 'OrderRenewal' })
  renewal!: Renewal;
  ownerMemberId!: string | null;
  ownerName!: string | null;
  revision!: number;
  createdAt!: Date;
  updatedAt!: Date;
  archivedAt!: Date | null;
}

/** What a line buys. */
export class OrderLinePlacement {
  id!: string;
  @ApiProperty({ enum: PLACEMENT_STATES, enumName: 'PlacementState' })
  state!: PlacementState;
  rechecking!: boolean;
  sourceUrl!: string | null;
  targetUrl!: string;
}

export class OrderLineView {
  id!: string;
  siteId!: string | null;
  displayHost!: string | null;
  @ApiProperty({ type: OrderLinePlacement, nullable: true })
  placement!: OrderLinePlacement | null;
  description!: string;
  @ApiProperty({ enum: PLACEMENT_TYPES, enumName: 'PlacementType', nullable: true })
  type!: PlacementType | null;
  @ApiProperty({ enum: LINE_STATES, enumName: 'OrderLineState' })
  state!: LineState;
  /** Why it must not be paid yet; null when it may be, and when nothing is due for it. */
  @ApiProperty({ enum: UNPAYABLE_REASONS, enumName: 'UnpayableReason', nullable: true })
  whyNotPayable!: UnpayableReason | null;
  buyingMinor!: number;
  buyingVatRate!: number;
  buyingVatMinor!: number;
  sellingMinor!: number | null;
  sellingVatRate!: number;
  sellingVatMinor!: number | null;
  /** What came back for it and for the lines it took over from. */
  creditedMinor!: number;
  creditedVatMinor!: number;
  replacesLineId!: string | null;
  /** The line of a later order that goes on with it. */
  renewedByLineId!: string | null;
  invoiceReference!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  paidOn!: string | null;
  liveAt!: Date | null;
  lostAt!: Date | null;
}

export class OrderCreditView {
  id!: string;
  lineId!: string;
  amountMinor!: number;
  vatMinor!: number;
  reference!: string;
  reason!: string;
  @ApiProperty({ type: String, format: 'date' })
  creditedOn!: string;
  recordedAt!: Date;
}

/** An order as its page shows it. */
export class OrderDetail extends OrderRow {
  @ApiProperty({ enum: AGREED_LABELS, enumName: 'AgreedLabel', nullable: true })
  labelAgreed!: AgreedLabel | null;
  /** What one unit of the currency is worth in `budgetCurrency`. */
  @ApiProperty({ type: String, nullable: true, example: '1.0825' })
  budgetRate!: string | null;
  budgetCurrency!: string | null;
  notes!: string;
  @ApiProperty({ type: String, format: 'date' })
  quotedOn!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  approvedOn!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  orderedOn!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  paidOn!: string | null;
  renewalAskedAt!: Date | null;
  renewsOrderId!: string | null;
  renewedByOrderId!: string | null;
  @ApiProperty({ type: [OrderLineView] })
  lines!: OrderLineView[];
  @ApiProperty({ type: [OrderCreditView] })
  credits!: OrderCreditView[];
}

export class OrderList extends ListPage {
  @ApiProperty({ type: [OrderRow] })
  items!: OrderRow[];
}
