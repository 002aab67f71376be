import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';

/** One thing wrong with one field of a request. `field` is a path such as `terms.rel.value` or `ids.0`. */
export interface FieldFault {
  readonly field: string;
  readonly code: string;
  readonly message: string;
  /** The number of the check, if it has one; where in a long text it stands. */
  readonly params: { readonly limit?: number; readonly line?: number; readonly column?: number };
}

/** The request does not have the form its operation asks for. */
export class RequestInvalid extends Error {
  constructor(readonly faults: readonly FieldFault[]) {
    super('request.invalid');
    this.name = 'RequestInvalid';
  }
}

/** No more faults than this are listed: a hostile body must not make a long answer. */
const MOST_FAULTS = 100;

/**
 * The check of every body and query: unknown fields are refused, nothing is converted unless its class says so. Fields
 * that were not sent are absent afterwards, not undefined: a change holds exactly what is to be changed.
 */
@Injectable()
export class RequestValidation extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transformOptions: { enableImplicitConversion: false, exposeDefaultValues: true },
      validationError: { target: false, value: false },
      stopAtFirstError: true,
      exceptionFactory: (errors) => new RequestInvalid(faultsOf(errors).slice(0, MOST_FAULTS)),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return withoutUnset(await super.transform(value, metadata));
  }
}

/** Takes out the fields a class declares but a request did not send; bodies are at most 32 levels deep. */
function withoutUnset(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
  for (const [key, part] of Object.entries(value)) {
    if (part === undefined) Reflect.deleteProperty(value, key);
    else withoutUnset(part);
  }
  return value;
}

/** The faults of a validation as a flat list, nested ones with their path. */
function faultsOf(errors: readonly ValidationError[], path = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const field = path === '' ? error.property : `${path}.${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([name, message]) => ({
      field,
      code: codeOf(name),
      message,
      params: paramsOf(message),
    }));
    return [...own, ...faultsOf(error.children ?? [], field)];
  });
}

/** The stable code of a constraint: its name without `is`, in snake case (`isEmail` -> `email`). */
function codeOf(constraint: string): string {
  if (constraint === 'whitelistValidation') return 'unknown_field';
  const words = constraint.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  return words.replace(/^is_/, '');
}

/** The check's own sentence ends with its number: "must not be greater than 200", "at most 10 characters". */
function paramsOf(message: string): { limit?: number } {
  const limit = /(-?\d+)(?: characters| elements)?$/.exec(message)?.[1];
  return limit === undefined ? {} : { limit: Number(limit) };
}
