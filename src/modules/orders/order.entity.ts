import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgreedLabel, OrderStage, OrderState, Renewal } from '../../core/orders/order.js';

/** Columns only. Foreign keys, checks and indexes are in the migrations; rules are in core/orders. */
@Entity('orders')
export class OrderEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('integer') number!: number;
  @Column('uuid', { name: 'client_id' }) clientId!: string;
  @Column('uuid', { name: 'brand_id' }) brandId!: string;
  @Column('uuid', { name: 'campaign_id', nullable: true }) campaignId!: string | null;
  @Column('uuid', { name: 'pitch_id', nullable: true }) pitchId!: string | null;
  @Column('uuid', { name: 'supplier_publisher_id', nullable: true }) supplierPublisherId!: string | null;
  @Column('text') stage!: OrderStage;
  @Column('text') state!: OrderState;
  @Column('text') currency!: string;
  @Column('numeric', { name: 'budget_rate', nullable: true })
  budgetRate!: string | null;
  @Column('text', { name: 'budget_currency', nullable: true }) budgetCurrency!: string | null;
  @Column('text', { name: 'po_reference' }) poReference!: string;
  @Column('text', { name: 'invoice_reference' }) invoiceReference!: string;
  @Column('text', { name: 'label_agreed', nullable: true }) labelAgreed!: AgreedLabel | null;
  @Column('integer', { name: 'term_months', nullable: true }) termMonths!: number | null;
  @Column('date', { name: 'starts_on', nullable: true }) startsOn!: string | null;
  @Column('date', { name: 'ends_on', nullable: true }) endsOn!: string | null;
  @Column('timestamptz', { name: 'renewal_asked_at', nullable: true }) renewalAskedAt!: Date | null;
  @Column('text') renewal!: Renewal;
  @Column('uuid', { name: 'renews_order_id', nullable: true }) renewsOrderId!: string | null;
  @Column('date', { name: 'quoted_on' }) quotedOn!: string;
  @Column('date', { name: 'approved_on', nullable: true }) approvedOn!: string | null;
  @Column('date', { name: 'ordered_on', nullable: true }) orderedOn!: string | null;
  @Column('date', { name: 'paid_on', nullable: true }) paidOn!: string | null;
  @Column('text') notes!: string;
  @Column('uuid', { name: 'owner_member_id', nullable: true }) ownerMemberId!: string | null;
  @Column('integer') revision!: number;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
}
