import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isTimeZone } from '../../core/access/day-end.js';
import { readEmail } from '../../core/access/email.js';

/** An address a person can sign in with, as they type it. */
export function IsAccountEmail(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isEmail',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && readEmail(value) !== null,
        defaultMessage: () => '$property must be an e-mail address',
      },
    },
    options,
  );
}

/** The name of a time zone, such as Europe/Amsterdam. */
export function IsZone(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isTimeZone',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && value.length <= 64 && isTimeZone(value),
        defaultMessage: () => '$property must be a time zone such as Europe/Amsterdam',
      },
    },
    options,
  );
}
