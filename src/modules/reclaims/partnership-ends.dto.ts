import { IsString, IsUUID, MaxLength } from 'class-validator';
import { IsFilled } from '../../platform/http/field-rules.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

export class PartnershipEndQuery {
  /** Only what this client has with them; everything that is to be seen where absent. */
  @MayBeAbsent()
  @IsUUID()
  clientId?: string;
}

export class PartnershipEnd extends PartnershipEndQuery {
  /** Why it ends; kept with every placement that is released. */
  @IsString()
  @IsFilled()
  @MaxLength(2000)
  reason!: string;

  /** Who takes out our links to them; the tasks belong to nobody where absent. */
  @MayBeAbsent()
  @IsUUID()
  assigneeMemberId?: string;
}

/** What the end of a partnership touches, or touched. */
export class PartnershipEndCounts {
  sites!: number;
  /** Open pitches, which are closed. */
  pitches!: number;
  /** Placements that are still followed, which are released. */
  placements!: number;
  /** Our links to them that are live: a task each, to take it out. */
  links!: number;
}
