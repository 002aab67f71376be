import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeUnits } from './whole-units.js';

/** Columns only. Foreign keys, checks and indexes are in the migrations; rules are in core/orders. */
@Entity('order_credits')
export class OrderCreditEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'client_id' }) clientId!: string;
  @Column('uuid', { name: 'order_id' }) orderId!: string;
  @Column('uuid', { name: 'line_id' }) lineId!: string;
  @Column('bigint', { name: 'amount_minor', transformer: wholeUnits }) amountMinor!: number;
  @Column('bigint', { name: 'vat_minor', transformer: wholeUnits }) vatMinor!: number;
  @Column('text') reference!: string;
  @Column('text') reason!: string;
  @Column('date', { name: 'credited_on' }) creditedOn!: string;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy!: string | null;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
