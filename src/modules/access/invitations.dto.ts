import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsString,
  IsUUID,
  Length,
  MaxLength,
} from 'class-validator';
import { ROLES, type Role } from '../../core/access/roles.js';
import { IsFilled } from '../../platform/http/field-rules.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { IsAccountEmail } from './field-rules.js';

/** Whom to invite, and as what. */
export class NewInvitation {
  @IsAccountEmail()
  email!: string;

  @IsIn(ROLES)
  role!: Role;

  @MayBeAbsent()
  @IsBoolean()
  limitedToClients?: boolean;

  /** Clients a limited member may see. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(1000)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  clientIds?: string[];
}

/** What a guest says to come in: a new one gives name and password, one who is known gives their password or is signed in. */
export class Acceptance {
  @MayBeAbsent()
  @IsString()
  @IsFilled()
  @MaxLength(200)
  name?: string;

  @MayBeAbsent()
  @IsString()
  @Length(1, 1000)
  password?: string;
}

/** An open invitation. */
export class InvitationView {
  id!: string;
  email!: string;
  role!: Role;
  limitedToClients!: boolean;
  clientIds!: string[];
  createdAt!: Date;
  expiresAt!: Date;
}

/** All open invitations. */
export class InvitationsView {
  items!: InvitationView[];
}

/** A new invitation with its link. */
export class InvitationMade {
  id!: string;
  invitation!: InvitationView;
  /** Shown this once; null when the request is repeated. */
  link!: string | null;
}

/** What a guest sees before coming in. */
export class InvitationForGuest {
  workspaceName!: string;
  email!: string;
  role!: Role;
  /** Whether somebody with this address can sign in already. */
  userExists!: boolean;
}
