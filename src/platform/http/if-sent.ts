import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, IsUUID, ValidateNested } from 'class-validator';
import { MayBeAbsent } from './may-be-absent.js';

/** Records one act may name by id. */
const MOST_NAMED = 10_000;

/** An object of its own kind inside a body, checked by its own rules; it need not be sent. */
export function ObjectIfSent(kind: () => new () => object): PropertyDecorator {
  return applyDecorators(MayBeAbsent(), IsObject(), ValidateNested(), Type(kind));
}

/** The ids of what was chosen, one to ten thousand; they need not be sent. */
export function IdsIfSent(): PropertyDecorator {
  return applyDecorators(
    MayBeAbsent(),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(MOST_NAMED),
    IsUUID(undefined, { each: true }),
    ApiPropertyOptional({
      type: 'array',
      items: { type: 'string', format: 'uuid' },
      minItems: 1,
      maxItems: MOST_NAMED,
    }),
  );
}
