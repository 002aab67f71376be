import { ValidateIf } from 'class-validator';

/** The field need not be sent. Unlike `IsOptional` this does not let null pass: null says something else than nothing. */
export function MayBeAbsent(): PropertyDecorator {
  return ValidateIf((_request: object, value: unknown) => value !== undefined);
}
