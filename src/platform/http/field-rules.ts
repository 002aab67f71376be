import { ValidateBy, type ValidationOptions } from 'class-validator';
import { isCalendarDay } from '../../core/calendar/calendar-day.js';
import { readAddress } from '../../core/clients/address.js';

/** The address of a web page as a person types it (core/clients/address); the service reads it into its URL. */
export function IsWebAddress(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isWebAddress',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && readAddress(value).ok,
        defaultMessage: () => '$property must be the address of a web page',
      },
    },
    options,
  );
}

/** A day of the calendar that exists, as YYYY-MM-DD, from 1970 to 9999. */
export function IsDay(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isDay',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isDay(value),
        defaultMessage: () => '$property must be a day as YYYY-MM-DD',
      },
    },
    options,
  );
}

/** A month of the calendar as YYYY-MM, from 1970 to 2999. */
export function IsMonth(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isMonth',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' && /^(?:19[7-9]\d|2\d{3})-(?:0[1-9]|1[0-2])$/.test(value),
        defaultMessage: () => '$property must be a month as YYYY-MM',
      },
    },
    options,
  );
}

/** Text that PostgreSQL can keep and a line can show: no NUL, at least one character that is not white space. */
export function IsFilled(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isFilled',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' && value.trim() !== '' && !value.includes('\u0000'),
        defaultMessage: () => '$property must not be empty',
      },
    },
    options,
  );
}

/** An object of any names whose values are all among these words. */
export function IsMapOfWords(words: readonly string[], options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isMapOfWords',
      validator: {
        validate: (value: unknown) =>
          isMap(value) && Object.values(value).every((word) => words.some((known) => known === word)),
        defaultMessage: () => `each value of $property must be one of: ${words.join(', ')}`,
      },
    },
    options,
  );
}

/** An object of any names whose values are all texts. */
export function IsMapOfTexts(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isMapOfTexts',
      validator: {
        validate: (value: unknown) =>
          isMap(value) && Object.values(value).every((text) => typeof text === 'string'),
        defaultMessage: () => 'each value of $property must be a text',
      },
    },
    options,
  );
}

/** One value of its own: a text, a number, yes or no. */
export function IsPlainValue(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isPlainValue',
      validator: {
        validate: (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value),
        defaultMessage: () => '$property must be a text, a number, true or false',
      },
    },
    options,
  );
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDay(text: string): boolean {
  return /^(?:19[7-9]|[2-9]\d\d)\d-/.test(text) && isCalendarDay(text);
}
