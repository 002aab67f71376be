import { ValidateBy } from 'class-validator';
import { FIELD_KEY, isFieldKey } from '../../core/imports/record-field.js';

/** More columns than this no file has that can be read. */
const LAST_COLUMN = 9999;
const MOST_FIELDS = 500;

/** How the API describes it. */
export const FIELD_MAPPING = {
  type: 'object',
  propertyNames: { pattern: FIELD_KEY.source },
  additionalProperties: { type: 'integer' },
} as const;

/** Which column holds which field: keys name fields, values are columns from 0. */
export function IsFieldMapping(): PropertyDecorator {
  return ValidateBy({
    name: 'isFieldMapping',
    validator: {
      validate: isMapping,
      defaultMessage: () => '$property must give columns by field',
    },
  });
}

function isMapping(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= MOST_FIELDS && entries.every(([key, column]) => isFieldKey(key) && isColumn(column))
  );
}

function isColumn(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LAST_COLUMN;
}
