import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LineState } from '../../core/orders/order.js';
import type { PlacementType } from '../../core/placements/placement.js';
import { wholeUnits } from './whole-units.js';

/** Columns only. Foreign keys, checks and indexes are in the migrations; rules are in core/orders. */
@Entity('order_lines')
export class OrderLineEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'client_id' }) clientId!: string;
  @Column('uuid', { name: 'order_id' }) orderId!: string;
  @Column('integer') position!: number;
  @Column('uuid', { name: 'site_id', nullable: true }) siteId!: string | null;
  @Column('uuid', { name: 'placement_id', nullable: true }) placementId!: string | null;
  @Column('uuid', { name: 'replaces_line_id', nullable: true }) replacesLineId!: string | null;
  @Column('uuid', { name: 'renewed_by_line_id', nullable: true }) renewedByLineId!: string | null;
  @Column('text') description!: string;
  @Column('text', { nullable: true }) type!: PlacementType | null;
  @Column('bigint', { name: 'buying_minor', transformer: wholeUnits }) buyingMinor!: number;
  @Column('integer', { name: 'buying_vat_rate' }) buyingVatRate!: number;
  @Column('bigint', { name: 'selling_minor', nullable: true, transformer: wholeUnits }) sellingMinor!:
    | number
    | null;
  @Column('integer', { name: 'selling_vat_rate' }) sellingVatRate!: number;
  @Column('text', { name: 'invoice_reference' }) invoiceReference!: string;
  @Column('date', { name: 'paid_on', nullable: true }) paidOn!: string | null;
  @Column('text') state!: LineState;
  @Column('timestamptz', { name: 'live_at', nullable: true }) liveAt!: Date | null;
  @Column('timestamptz', { name: 'met_at', nullable: true }) metAt!: Date | null;
  @Column('timestamptz', { name: 'lost_at', nullable: true }) lostAt!: Date | null;
}
