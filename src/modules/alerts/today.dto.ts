import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { PlacementRow } from '../placements/placements.service.js';

export const TODAY_LISTS = [
  'lost',
  'changed',
  'overdue',
  'check_by_hand',
  'site_down',
  'unlabelled',
  'target_failing',
] as const;
/** A list to work through on the page Today. */
export type TodayListKey = (typeof TODAY_LISTS)[number];

export class TodayQuery {
  @MayBeAbsent()
  @IsUUID()
  clientId?: string;

  @MayBeAbsent()
  @IsUUID()
  brandId?: string;
}

export class TodayList {
  @ApiProperty({ enum: TODAY_LISTS, enumName: 'TodayListKey' })
  key!: TodayListKey;
  total!: number;
  totalIsExact!: boolean;
  /** The first twenty; the whole list is on the placements page. */
  items!: PlacementRow[];
}

/** The three steps of a newcomer. */
export class FirstSteps {
  client!: boolean;
  brand!: boolean;
  placement!: boolean;
  /** All three are done: they are no longer shown. */
  done!: boolean;
}

export const MAIL_WAITING = ['doubts', 'to_answer', 'held', 'mailboxes_paused'] as const;
/** A list of mail that waits for a person, in the order it is worked through. */
export type MailWaitingKey = (typeof MAIL_WAITING)[number];

/** A mail, a conversation or a mailbox that waits for a person. */
export class MailWaitingItem {
  id!: string;
  /** Who it is about: the writer, the recipient, the mailbox. */
  title!: string;
  /** The subject; null for a mailbox. */
  detail!: string | null;
  /** The site or the campaign; null where there is none. */
  place!: string | null;
  /** Since when it waits. */
  at!: Date | null;
  /** What the mail was taken for, why it is held, why the mailbox is paused. */
  state!: string | null;
  /** Where it is worked on: a path of the interface. */
  address!: string;
}

export class MailWaitingList {
  @ApiProperty({ enum: MAIL_WAITING, enumName: 'MailWaitingKey' })
  key!: MailWaitingKey;
  total!: number;
  /** The first ten. */
  items!: MailWaitingItem[];
}

export class TodayView {
  /** Mail that waits for a person; lists with something on them. */
  mail!: MailWaitingList[];
  lists!: TodayList[];
  firstSteps!: FirstSteps;
}
