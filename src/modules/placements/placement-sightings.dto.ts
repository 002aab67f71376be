import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** The fields of a form; the picture is its one file. */
export class NewSighting {
  /** The last day (YYYY-MM-DD) for which the sight counts, today or within a year. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  countsUntil!: string;

  @IsOptional()
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
