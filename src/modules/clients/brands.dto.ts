import { ArrayMaxSize, IsArray, IsString, Matches, MaxLength } from 'class-validator';
import { IsFilled, IsWebAddress } from '../../platform/http/field-rules.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

export class NewBrand {
  /** The brand's name, unique within its client. */
  @IsString()
  @IsFilled()
  @MaxLength(200)
  name!: string;

  /** Address of the brand's own website. */
  @IsString()
  @IsWebAddress()
  homeUrl!: string;

  /** Other names the brand is mentioned by. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  aliases?: string[];

  /** What the brand does, in a sentence that mails may say. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(500)
  @Matches(/^\P{Cc}*$/u, { message: 'description must be one line' })
  description?: string;
}

export class BrandChange {
  @MayBeAbsent()
  @IsString()
  @IsFilled()
  @MaxLength(200)
  name?: string;

  @MayBeAbsent()
  @IsString()
  @IsWebAddress()
  homeUrl?: string;

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  aliases?: string[];

  /** What the brand does, in a sentence that mails may say. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(500)
  @Matches(/^\P{Cc}*$/u, { message: 'description must be one line' })
  description?: string;
}

export class BrandInList {
  id!: string;
  name!: string;
  homeUrl!: string;
  description!: string;
  aliases!: string[];
  /** Key of the brand's own site: its registrable domain. */
  siteKey!: string;
  createdAt!: Date;
  archivedAt!: Date | null;
  targetPageCount!: number;
}

export class BrandView extends BrandInList {
  clientId!: string;
}
