import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  CUSTOM_RECORDS,
  CUSTOM_TYPES,
  type CustomRecord,
  type CustomType,
} from '../../core/prospects/custom-field.js';
import { IsFilled } from '../../platform/http/field-rules.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

export class CustomFieldsQuery {
  @MayBeAbsent()
  @IsIn(CUSTOM_RECORDS)
  @ApiProperty({ enum: CUSTOM_RECORDS, enumName: 'CustomRecord' })
  recordKind?: CustomRecord;
}

export class NewCustomField {
  @IsIn(CUSTOM_RECORDS)
  @ApiProperty({ enum: CUSTOM_RECORDS, enumName: 'CustomRecord' })
  recordKind!: CustomRecord;

  @IsString()
  @IsFilled()
  @MaxLength(60)
  name!: string;

  /** How the API and files call it; made from the name where it is not said. It never changes. */
  @MayBeAbsent()
  @Matches(/^[a-z][a-z0-9_]{0,39}$/)
  fieldKey?: string;

  @IsIn(CUSTOM_TYPES)
  @ApiProperty({ enum: CUSTOM_TYPES, enumName: 'CustomType' })
  type!: CustomType;

  /** What may be chosen, for `choice`. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsString({ each: true })
  @IsFilled({ each: true })
  @MaxLength(100, { each: true })
  choices?: string[];
}

/** The type never changes: values of another form would be lost. */
export class CustomFieldChange {
  @MayBeAbsent()
  @IsString()
  @IsFilled()
  @MaxLength(60)
  name?: string;

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsString({ each: true })
  @IsFilled({ each: true })
  @MaxLength(100, { each: true })
  choices?: string[];

  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(1000)
  position?: number;
}

export class CustomFieldView {
  id!: string;
  @ApiProperty({ enum: CUSTOM_RECORDS, enumName: 'CustomRecord' })
  recordKind!: CustomRecord;
  fieldKey!: string;
  name!: string;
  @ApiProperty({ enum: CUSTOM_TYPES, enumName: 'CustomType' })
  type!: CustomType;
  choices!: string[];
  position!: number;
  archivedAt!: Date | null;
}

export class CustomFieldList {
  items!: CustomFieldView[];
}

/** Values of own fields by key; null takes one away, what is not named stays. */
export class CustomValuesWish {
  @IsObject()
  @ApiProperty({
    type: 'object',
    additionalProperties: {
      oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'null' }],
    },
  })
  values!: Record<string, unknown>;
}

export class CustomValuesView {
  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
  })
  values!: Record<string, string | number | boolean>;
}
