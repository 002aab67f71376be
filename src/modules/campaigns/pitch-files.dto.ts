import { IsString, MaxLength } from 'class-validator';
import { IsFilled } from '../../platform/http/field-rules.js';

/** What is said of a file that is sent. */
export class NewPitchFile {
  /** The key of the own field it belongs to. */
  @IsString()
  @IsFilled()
  @MaxLength(60)
  field!: string;
}
