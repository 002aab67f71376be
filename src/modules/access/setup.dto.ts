import { IsIn, IsString, Length, MaxLength } from 'class-validator';
import { IsFilled } from '../../platform/http/field-rules.js';
import { LOCALES, type Locale } from '../../platform/http/language.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { IsAccountEmail, IsZone } from './field-rules.js';

/** Whether the first set-up is still to be done. */
export class SetupView {
  needed!: boolean;
  /** Whether it asks for the token that was printed at start. */
  tokenNeeded!: boolean;
}

/** The first workspace and its owner. */
export class Setup {
  @IsString()
  @IsFilled()
  @MaxLength(200)
  workspaceName!: string;

  @IsString()
  @IsFilled()
  @MaxLength(200)
  ownerName!: string;

  @IsAccountEmail()
  email!: string;

  @IsString()
  @Length(1, 1000)
  password!: string;

  @IsIn(LOCALES)
  locale!: Locale;

  @IsZone()
  timeZone!: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(1000)
  setupToken?: string;
}

/** A look around in a workspace with made-up data. */
export class DemoSetup {
  @MayBeAbsent()
  @IsIn(LOCALES)
  locale?: Locale;

  @MayBeAbsent()
  @IsString()
  @MaxLength(1000)
  setupToken?: string;
}
