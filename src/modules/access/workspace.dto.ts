import { IsIn, IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsFilled } from '../../platform/http/field-rules.js';
import { ObjectIfSent } from '../../platform/http/if-sent.js';
import { LOCALES, type Locale } from '../../platform/http/language.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { IsZone } from './field-rules.js';

/** Settings of a workspace that may be changed. */
export class SettingsChange {
  /** Least time between two requests to one host, in milliseconds; never shorter than the installation's. */
  @MayBeAbsent()
  @IsInt()
  @Min(1000)
  @Max(3_600_000)
  hostGapMs?: number;

  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(365)
  downAfterDays?: number;

  @MayBeAbsent()
  @IsInt()
  @Min(2)
  @Max(730)
  goneAfterDays?: number;

  @MayBeAbsent()
  @IsInt()
  @Min(2)
  @Max(50)
  unverifiableInARow?: number;

  @MayBeAbsent()
  @IsInt()
  @Min(24)
  @Max(720)
  removedAfterHours?: number;

  /** Days a site is left alone after a touch, before somebody approaches it anew. */
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(730)
  coolDownDays?: number;

  /** Whose touches that is about: of the brand, of the client, or of everybody. */
  @MayBeAbsent()
  @IsIn(['brand', 'client', 'workspace'])
  coolDownScope?: 'brand' | 'client' | 'workspace';

  /** First cold mails to one site in seven days, over all campaigns. */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(50)
  siteFirstMailsPerWeek?: number;

  /** People of one site who get a first cold mail in seven days. */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(50)
  sitePeoplePerWeek?: number;

  /** Mails of sequences to one person on one day, over all campaigns. */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(10)
  personMailsPerDay?: number;

  /** Where the team can be reached by post, in one line; first mails may say it. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(300)
  @Matches(/^\P{Cc}*$/u, { message: 'postalAddress must be one line' })
  postalAddress?: string;
}

/** What managers change about a workspace. */
export class WorkspaceChange {
  @MayBeAbsent()
  @IsString()
  @IsFilled()
  @MaxLength(200)
  name?: string;

  @MayBeAbsent()
  @IsZone()
  timeZone?: string;

  @MayBeAbsent()
  @IsIn(LOCALES)
  locale?: Locale;

  @ObjectIfSent(() => SettingsChange)
  settings?: SettingsChange;
}

/** The settings in force. */
export class SettingsView {
  /** Null: as the installation says. */
  hostGapMs!: number | null;
  downAfterDays!: number;
  goneAfterDays!: number;
  unverifiableInARow!: number;
  removedAfterHours!: number;
  coolDownDays!: number;
  coolDownScope!: 'brand' | 'client' | 'workspace';
  postalAddress!: string;
  siteFirstMailsPerWeek!: number;
  sitePeoplePerWeek!: number;
  personMailsPerDay!: number;
}

/** The workspace of the session. */
export class WorkspaceView {
  id!: string;
  name!: string;
  timeZone!: string;
  locale!: Locale;
  isDemo!: boolean;
  settings!: SettingsView;
}
