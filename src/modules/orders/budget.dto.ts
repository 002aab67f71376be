import { ApiProperty } from '@nestjs/swagger';
import { IsString, IsUUID, Matches } from 'class-validator';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

/** What orders use, in one currency: buying amounts without VAT. */
export class BudgetInCurrency {
  currency!: string;
  /** Null where no budget was set in this currency. */
  budgetMinor!: number | null;
  /** Paid. */
  spentMinor!: number;
  /** Approved or ordered, and not paid yet. */
  committedMinor!: number;
  /** What suppliers gave back. */
  creditedMinor!: number;
  /** The budget without what is spent and committed, with what came back; null without a budget. Always of all time. */
  freeMinor!: number | null;
}

/** A budget and what orders use of it. Amounts in other currencies without a rate stand apart and are not added up. */
export class BudgetView extends BudgetInCurrency {
  @ApiProperty({ type: [BudgetInCurrency] })
  inOtherCurrencies!: BudgetInCurrency[];
  /** Orders that use it. */
  orders!: number;
}

/** The budget of a client: of all its campaigns together. */
export class ClientBudget extends BudgetView {
  clientId!: string;
  clientName!: string;
}

export class ClientBudgets {
  @ApiProperty({ type: [ClientBudget] })
  items!: ClientBudget[];
}

export class BudgetQuery {
  /** Only what was promised, paid and credited in this month, as YYYY-MM. */
  @MayBeAbsent()
  @IsString()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/, { message: '$property must be a month as YYYY-MM' })
  month?: string;
}

export class ClientBudgetQuery extends BudgetQuery {
  @MayBeAbsent()
  @IsUUID()
  clientId?: string;
}
