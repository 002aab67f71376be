import { IsIn, IsString, MaxLength } from 'class-validator';
import { TOKEN_SCOPES, type TokenScope } from '../../core/access/roles.js';
import { IsDay, IsFilled } from '../../platform/http/field-rules.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

/** A wished API token. */
export class NewApiToken {
  @IsString()
  @IsFilled()
  @MaxLength(100)
  name!: string;

  /** `read` looks only; `write` does all its member may do, except what asks for a session. */
  @IsIn(TOKEN_SCOPES)
  scope!: TokenScope;

  /** Last day it works, in the workspace's time zone; absent for no end. */
  @MayBeAbsent()
  @IsDay()
  expiresOn?: string;
}

/** An API token as it is listed: without its secret. */
export class ApiTokenView {
  id!: string;
  name!: string;
  memberId!: string;
  /** Its first characters, to tell tokens apart. */
  prefix!: string;
  scope!: TokenScope;
  createdAt!: Date;
  /** Last day it works, in the workspace's time zone. */
  expiresOn!: string | null;
  expiresAt!: Date | null;
  lastUsedAt!: Date | null;
}

/** All API tokens one may see: one's own, an owner those of everybody. */
export class ApiTokensView {
  items!: ApiTokenView[];
}

/** A new API token. */
export class ApiTokenMade extends ApiTokenView {
  /** The token itself, shown this once; null when the request is repeated. */
  token!: string | null;
}
