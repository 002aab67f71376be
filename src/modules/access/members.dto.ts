import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { ROLES, type Role } from '../../core/access/roles.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

/** Which members a list shows. */
export class MembersQuery {
  /** Those who are there (the default), or those who left. */
  @MayBeAbsent()
  @IsIn(['active', 'left'])
  state?: 'active' | 'left';
}

/** A wished change of a member. */
export class MemberPatch {
  @MayBeAbsent()
  @IsIn(ROLES)
  role?: Role;

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

  /** Whether the member gets the daily digest by mail; everybody may change their own. */
  @MayBeAbsent()
  @IsBoolean()
  digest?: boolean;

  /** What the member does, as mails may say it; everybody may change their own. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(120)
  @Matches(/^\P{Cc}*$/u, { message: 'position must be one line' })
  position?: string;
}

/** Who takes over the work of a member who leaves. */
export class Leaving {
  /** A member, or null to leave the work to nobody. */
  @ValidateIf((leaving: Leaving) => leaving.handOverTo !== null)
  @IsUUID()
  handOverTo!: string | null;
}

/** A person in the workspace. */
export class MemberView {
  id!: string;
  userId!: string;
  name!: string;
  email!: string;
  role!: Role;
  limitedToClients!: boolean;
  clientIds!: string[];
  digest!: boolean;
  position!: string;
  createdAt!: Date;
  leftAt!: Date | null;
  /** Placements the member owns. */
  placementCount!: number;
}

/** The people of a workspace. */
export class MembersView {
  items!: MemberView[];
}

/** What ends and what needs a new owner when a member leaves. */
export class LeavingPreview {
  placements!: number;
  prospects!: number;
  campaigns!: number;
  /** Open ones they work on. */
  pitches!: number;
  /** Open ones. */
  tasks!: number;
  orders!: number;
  sessions!: number;
  tokens!: number;
}

/** How much was handed over. */
export class HandedOver {
  placements!: number;
  prospects!: number;
}

/** What was done when a member left. */
export class LeavingResult {
  member!: MemberView;
  handedOver!: HandedOver;
  endedSessions!: number;
  revokedTokens!: number;
}
