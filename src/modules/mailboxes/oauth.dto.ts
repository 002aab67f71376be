import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { OAUTH_PROVIDERS, type OauthProvider } from '../../core/mailboxes/mail-providers.js';
import { IsWebAddress } from '../../platform/http/field-rules.js';
import { ObjectIfSent } from '../../platform/http/if-sent.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { MailServerWish } from './mailbox-wish.dto.js';

/** The team's own app at a provider; its secret is sealed and never shown again. */
export class NewOauthApp {
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  @Matches(/^[\x21-\x7e]+$/, { message: 'clientId must be printable ASCII without spaces' })
  clientId!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  @Matches(/^[\x21-\x7e]+$/, { message: 'clientSecret must be printable ASCII without spaces' })
  clientSecret!: string;

  /** Microsoft: the directory's id or domain, or `common`. */
  @MayBeAbsent()
  @Matches(/^[A-Za-z0-9.-]{1,100}$/, { message: 'tenant must be an id or a domain' })
  tenant?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(1000)
  @IsWebAddress()
  authorizeUrl?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(1000)
  @IsWebAddress()
  tokenUrl?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(1000)
  @Matches(/^[\x20-\x7e]*$/, { message: 'scope must be printable ASCII' })
  scope?: string;
}

/** What is told of an app: never its secret. */
export class OauthAppView {
  @ApiProperty({ enum: OAUTH_PROVIDERS, enumName: 'OauthProvider' })
  provider!: OauthProvider;
  isSet!: boolean;
  clientId!: string | null;
  tenant!: string | null;
  authorizeUrl!: string | null;
  tokenUrl!: string | null;
  scope!: string | null;
  /** The address to write into the app at the provider, exactly so. */
  redirectUri!: string;
  updatedAt!: Date | null;
}

export class OauthAppList {
  items!: OauthAppView[];
}

/** Signing in with a provider: for a new mailbox, or anew for one that is connected. */
export class SignInWish {
  @IsIn(OAUTH_PROVIDERS)
  @ApiProperty({ enum: OAUTH_PROVIDERS, enumName: 'OauthProvider' })
  provider!: OauthProvider;

  /** The address of the mailbox; what the provider says where absent. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(320)
  address?: string;

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  clientIds?: string[];

  @MayBeAbsent()
  @IsBoolean()
  readHistory?: boolean;

  /** For an own provider: its server for sending. */
  @ObjectIfSent(() => MailServerWish)
  smtp?: MailServerWish;

  /** For an own provider: its server for reading. */
  @ObjectIfSent(() => MailServerWish)
  imap?: MailServerWish;

  /** The mailbox that is signed in to anew. */
  @MayBeAbsent()
  @IsUUID()
  mailboxId?: string;
}

/** Where to send the person. */
export class SignInStart {
  url!: string;
}

/** What a provider sends back with the person. */
export class SignInReturn {
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  state?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(4000)
  code?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  error?: string;
}
