import { IsIn, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import type { Right, Role } from '../../core/access/roles.js';
import { IsFilled } from '../../platform/http/field-rules.js';
import { LOCALES, type Locale } from '../../platform/http/language.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

/** What somebody signs in with. */
export class SignIn {
  @IsString()
  @MaxLength(254)
  email!: string;

  @IsString()
  @Length(1, 1000)
  password!: string;
}

/** The workspace to go to. */
export class WorkspaceChoice {
  @IsUUID()
  workspaceId!: string;
}

/** What people change about themselves. */
export class UserChange {
  @MayBeAbsent()
  @IsString()
  @IsFilled()
  @MaxLength(200)
  name?: string;

  @MayBeAbsent()
  @IsIn(LOCALES)
  locale?: Locale;
}

/** A new password, and the present one as proof. */
export class PasswordChange {
  @IsString()
  @Length(1, 1000)
  current!: string;

  @IsString()
  @Length(1, 1000)
  next!: string;
}

/** The person who is signed in. */
export class SessionUser {
  id!: string;
  name!: string;
  email!: string;
  locale!: Locale;
}

/** The workspace the session is in. */
export class SessionWorkspace {
  id!: string;
  name!: string;
  timeZone!: string;
  locale!: Locale;
  isDemo!: boolean;
}

/** What the person is in that workspace. */
export class SessionMember {
  id!: string;
  role!: Role;
  limitedToClients!: boolean;
  clientIds!: string[];
}

/** A workspace the person can switch to. */
export class SessionChoice {
  id!: string;
  name!: string;
  role!: Role;
}

/** Who is signed in, where, and what they may do. */
export class SessionView {
  user!: SessionUser;
  workspace!: SessionWorkspace;
  member!: SessionMember;
  workspaces!: SessionChoice[];
  /** Weakest first. */
  rights!: Right[];
}

/** A browser somebody is signed in with. */
export class OpenSessionView {
  id!: string;
  createdAt!: Date;
  lastSeenAt!: Date;
  userAgent!: string;
  isCurrent!: boolean;
}

/** All browsers somebody is signed in with. */
export class OpenSessionsView {
  items!: OpenSessionView[];
}
