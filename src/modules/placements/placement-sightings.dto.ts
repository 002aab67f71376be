import { IsString, Matches, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

/** The fields of a form; the picture is its one file. */
export class NewSighting {
  /** The last day (YYYY-MM-DD) for which the sight counts, today or within a year. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  countsUntil!: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(4000)
  note?: string;
}

/** A sight by hand as it was recorded. */
export class SightingView {
  id!: string;
  placementId!: string;
  at!: Date;
  countsUntil!: string;
  note!: string;
  hasPicture!: boolean;
  recordedBy!: string | null;
}

/** A sight by hand as the placement's page shows it. */
export class SightingInList extends SightingView {
  recordedByName!: string | null;
}

export class SightingList {
  /** Newest first, at most fifty. */
  items!: SightingInList[];
}
