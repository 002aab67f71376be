import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { IsMonth } from '../../platform/http/field-rules.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

export class TeamQuery {
  /** YYYY-MM; the month it is in the workspace's zone where absent. */
  @MayBeAbsent()
  @IsMonth()
  @ApiProperty({ type: String, required: false, example: '2026-11' })
  month?: string;

  /** Only the work for this client. */
  @MayBeAbsent()
  @IsUUID()
  clientId?: string;
}

/** A number, and the page of the interface that lists what it counts. */
export class TeamFigure {
  count!: number;
  /** A path with its query, such as `/placements?problem=lost_week`. */
  address!: string;
}

/** What orders use in one currency, of all time: buying amounts without VAT. */
export class TeamMoney {
  currency!: string;
  /** Null where no budget was set in this currency. */
  budgetMinor!: number | null;
  /** Paid. */
  spentMinor!: number;
  /** Approved or ordered, and not paid yet. */
  committedMinor!: number;
  /** Null without a budget. */
  freeMinor!: number | null;
}

/** The orders behind the amounts. */
export class TeamOrders {
  used!: TeamFigure;
  /** Where orders with a paid line are listed. */
  spentAddress!: string;
  /** Where orders with a line that is promised and not paid yet are listed. */
  committedAddress!: string;
}

export class TeamMonth {
  /** What the campaigns under way in the month are to deliver in it; the address lists these campaigns. */
  agreed!: TeamFigure;
  /** Placements of campaigns that were first seen live in the month. */
  delivered!: TeamFigure;
  /** What campaigns still lack; more from one does not make up for another. The address lists the campaigns. */
  due!: TeamFigure;
  /** Placements of campaigns that are awaited and due in the month. */
  coming!: TeamFigure;
  /** Placements lost in the last seven days. */
  lost!: TeamFigure;
  @ApiProperty({ type: [TeamMoney] })
  money!: TeamMoney[];
  orders!: TeamOrders;
}

export class TeamClient extends TeamMonth {
  clientId!: string;
  clientName!: string;
}

export class TeamWork {
  /** Open pitches. */
  open!: TeamFigure;
  /** Open pitches whose next step is past its day. */
  overdue!: TeamFigure;
  /** Open pitches that wait for the other side for longer than `unansweredAfterDays`. */
  unanswered!: TeamFigure;
  /** Open pitches longer in their stage than it takes, with no step set for today or later. */
  stuck!: TeamFigure;
  /** Open tasks. */
  tasks!: TeamFigure;
  tasksOverdue!: TeamFigure;
  /** Awaited placements this person looks after. */
  awaited!: TeamFigure;
  placementsOverdue!: TeamFigure;
}

export class TeamPerson extends TeamWork {
  /** Null is nobody: work that has no owner. */
  memberId!: string | null;
  name!: string | null;
}

export class TeamOverview {
  @ApiProperty({ example: '2026-11' })
  month!: string;
  isThisMonth!: boolean;
  unansweredAfterDays!: number;
  clients!: TeamClient[];
  people!: TeamPerson[];
  /** All clients together. */
  allClients!: TeamMonth;
  /** All people together, and what nobody has. */
  everybody!: TeamWork;
}
