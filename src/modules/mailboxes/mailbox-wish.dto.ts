import { IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  IsTimeZone,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ObjectIfSent } from '../../platform/http/if-sent.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { MAIL_SECURITIES, type MailSecurity } from '../../platform/mail/smtp-settings.js';

const ONE_LINE = /^\P{Cc}*$/u;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** A mail server as a person writes it down. */
export class MailServerWish {
  @IsString()
  @MinLength(1)
  @MaxLength(253)
  @Matches(ONE_LINE, { message: 'host must be one line' })
  host!: string;

  @IsInt()
  @Min(1)
  @Max(65_535)
  port!: number;

  /** `none` is for servers in an opened range of addresses alone. */
  @IsIn(MAIL_SECURITIES)
  security!: MailSecurity;
}

/** Both servers, and with what one signs in; the password is sealed and never shown again. */
export class ConnectionWish {
  @IsObject()
  @ValidateNested()
  @Type(() => MailServerWish)
  smtp!: MailServerWish;

  @IsObject()
  @ValidateNested()
  @Type(() => MailServerWish)
  imap!: MailServerWish;

  @IsString()
  @MinLength(1)
  @MaxLength(320)
  @Matches(ONE_LINE, { message: 'userName must be one line' })
  userName!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(1000)
  @Matches(/^[^\r\n\0]+$/, { message: 'password must be one line' })
  password!: string;
}

/** What a person sets about a mailbox, with a connection or later. */
export class MailboxSettings {
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  @Matches(ONE_LINE, { message: 'senderName must be one line' })
  senderName?: string;

  /** Clients it may send for; empty: for all. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  clientIds?: string[];

  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(10_000)
  capPerDay?: number;

  /** Least seconds between two mails. */
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(86_400)
  gapSeconds?: number;

  /** Up to so many seconds more, by chance. */
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(86_400)
  gapJitterSeconds?: number;

  @MayBeAbsent()
  @Matches(TIME, { message: 'windowFrom must be a time as HH:MM' })
  windowFrom?: string;

  @MayBeAbsent()
  @Matches(TIME, { message: 'windowUntil must be a time as HH:MM' })
  windowUntil?: string;

  /** ISO weekdays, 1 is Monday. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(7)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  workDays?: number[];

  @MayBeAbsent()
  @IsTimeZone()
  @MaxLength(64)
  timeZone?: string;

  /** Mails on the first day; null: the whole cap from the start. */
  @ValidateIf(({ rampFrom }: MailboxSettings) => rampFrom !== undefined && rampFrom !== null)
  @IsInt()
  @Min(1)
  @Max(10_000)
  rampFrom?: number | null;

  /** More mails on each working day after it. */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(1000)
  rampStep?: number;

  @MayBeAbsent()
  @IsString()
  @MaxLength(5000)
  @Matches(/^[^\0]*$/, { message: 'signature must be plain text' })
  signature?: string;

  /** The selector of its DKIM key, where it is not a usual one. */
  @MayBeAbsent()
  @Matches(/^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?)?$/, {
    message: 'dkimSelector must be a DNS name',
  })
  dkimSelector?: string;
}

/** A mailbox with a password. Both servers are tried before anything is kept. */
export class NewMailbox extends IntersectionType(MailboxSettings, ConnectionWish) {
  @IsString()
  @MaxLength(320)
  address!: string;

  @IsIn(['password'])
  signIn!: 'password';

  /** Whether the headers of the last 24 months may be read; not answered where absent. */
  @MayBeAbsent()
  @IsBoolean()
  readHistory?: boolean;
}

export class MailboxChange extends MailboxSettings {
  @IsInt()
  @Min(1)
  revision!: number;

  /** Who it belongs to; null is nobody. */
  @ValidateIf(({ ownerMemberId }: MailboxChange) => ownerMemberId !== undefined && ownerMemberId !== null)
  @IsUUID()
  ownerMemberId?: string | null;

  /** Other servers or another password, tried before they are kept. All of it: a kept password goes to no other server. */
  @ObjectIfSent(() => ConnectionWish)
  connection?: ConnectionWish;
}

/** Settings to try, without keeping them. */
export class MailboxTrial extends ConnectionWish {
  @IsString()
  @MaxLength(320)
  address!: string;

  @MayBeAbsent()
  @Matches(/^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?)?$/, {
    message: 'dkimSelector must be a DNS name',
  })
  dkimSelector?: string;
}

export class AddressToGuess {
  @IsString()
  @MaxLength(320)
  address!: string;
}

export class MailboxPauseWish {
  /** Why, in a person's words; shown to the team. */
  @IsString()
  @MaxLength(300)
  @Matches(ONE_LINE, { message: 'reason must be one line' })
  reason!: string;
}

export class HistoryAnswer {
  /** Whether headers of the last 24 months may be read. */
  @IsBoolean()
  allowed!: boolean;
}
