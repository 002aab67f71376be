import { IsString, IsUUID, MaxLength } from 'class-validator';
import { IsDay, IsFilled } from '../../platform/http/field-rules.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

/** Who owns a site from now on: a known publisher, or the name of one (known by its folded name, or made). */
export class NewOwner {
  @MayBeAbsent()
  @IsUUID()
  publisherId?: string;

  @MayBeAbsent()
  @IsString()
  @IsFilled()
  @MaxLength(200)
  publisherName?: string;

  /** The day the site changed hands; today where absent. */
  @MayBeAbsent()
  @IsString()
  @IsDay()
  sinceOn?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  note?: string;
}
