/** A schema of the subset of JSON Schema that the description of the API uses. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  /** How names of parts are spelled. */
  readonly propertyNames?: { readonly pattern: string };
  readonly items?: Schema;
}

export type Schemas = Readonly<Record<string, Schema>>;

const FORMATS: Readonly<Record<string, RegExp>> = {
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
};

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  null: (value) => value === null,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  array: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

/** Where a value is not what a schema says, as `path: fault`; a property nobody described is a fault, too. */
export function schemaFaults(value: unknown, schema: Schema, schemas: Schemas, at = '$'): string[] {
  const { $ref, allOf, oneOf, anyOf = oneOf } = schema;
  if ($ref !== undefined) return schemaFaults(value, named($ref, schemas), schemas, at);
  if (allOf !== undefined) return allOf.flatMap((part) => schemaFaults(value, part, schemas, at));
  if (anyOf !== undefined) {
    const faults = anyOf.map((part) => schemaFaults(value, part, schemas, at));
    return faults.some((found) => found.length === 0) ? [] : (faults[value === null ? 1 : 0] ?? []);
  }
  const own = ownFaults(value, schema).map((fault) => `${at}: ${fault}`);
  return own.length > 0 ? own : partFaults(value, schema, schemas, at);
}

function named($ref: string, schemas: Schemas): Schema {
  const schema = schemas[$ref.replace('#/components/schemas/', '')];
  if (schema === undefined) throw new Error(`${$ref} is not described`);
  return schema;
}

function ownFaults(value: unknown, { type, enum: values, format = '' }: Schema): string[] {
  const shown = JSON.stringify(value).slice(0, 60);
  const types = type === undefined ? [] : [type].flat();
  const isOfType = types.length === 0 || types.some((name) => TYPES[name]?.(value));
  if (!isOfType) return [`${shown} is no ${types.join('|')}`];
  if (values?.includes(value) === false) return [`${shown} is none of ${values.join('|')}`];
  return hasForm(value, format) ? [] : [`${shown} is no ${format}`];
}

function hasForm(value: unknown, format: string): boolean {
  const form = FORMATS[format];
  return form === undefined || typeof value !== 'string' || form.test(value);
}

function partFaults(value: unknown, schema: Schema, schemas: Schemas, at: string): string[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => schemaFaults(item, schema.items ?? {}, schemas, `${at}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  const { properties = {}, required = [], additionalProperties = false, propertyNames } = schema;
  const spelling = new RegExp(propertyNames?.pattern ?? '');
  const missing = required.filter((name) => !(name in value)).map((name) => `${at}.${name}: missing`);
  const parts = Object.entries(value).flatMap(([name, part]) => {
    const described = properties[name] ?? (spelling.test(name) && additionalProperties);
    if (described === false) return [`${at}.${name}: not described`];
    return described === true ? [] : schemaFaults(part, described, schemas, `${at}.${name}`);
  });
  return [...missing, ...parts];
}
