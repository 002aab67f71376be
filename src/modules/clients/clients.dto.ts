import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsString, MaxLength } from 'class-validator';
import { IsFilled } from '../../platform/http/field-rules.js';
import { LOCALES, type Locale } from '../../platform/http/language.js';
import { trueOrFalse } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { BrandInList } from './brands.dto.js';

export class NewClient {
  /** The client's name, unique among those that are not archived. */
  @IsString()
  @IsFilled()
  @MaxLength(200)
  name!: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(10_000)
  notes?: string;

  /** The language reports to the client are written in; absent: the workspace's. */
  @MayBeAbsent()
  @IsIn(LOCALES)
  @ApiProperty({ enum: LOCALES })
  locale?: Locale;
}

export class ClientChange {
  @MayBeAbsent()
  @IsString()
  @IsFilled()
  @MaxLength(200)
  name?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(10_000)
  notes?: string;

  /** The language reports to the client are written in. */
  @MayBeAbsent()
  @IsIn(LOCALES)
  @ApiProperty({ enum: LOCALES })
  locale?: Locale;
}

export class ClientsQuery {
  /** True lists archived clients, false (the default) those that are not. */
  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => trueOrFalse(value))
  @IsBoolean()
  archived?: boolean;
}

/** How many placements a client has that are not archived. */
export class ClientCounts {
  placements!: number;
  live!: number;
  differs!: number;
  removed!: number;
}

export class ClientView {
  id!: string;
  name!: string;
  notes!: string;
  /** The language reports to the client are written in. */
  @ApiProperty({ enum: LOCALES })
  locale!: Locale;
  /** Whether there is a logo at `/clients/{id}/logo`. */
  hasLogo!: boolean;
  createdAt!: Date;
  archivedAt!: Date | null;
  /** Brands, archived ones last. */
  brands!: BrandInList[];
  counts!: ClientCounts;
}

export class ClientList {
  items!: ClientView[];
}
