import { ERROR_CODES, type ErrorCode } from './codes.js';

/** What a refusal carries for its sentence: numbers, names, ids; never secrets. */
export type ErrorParams = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** A refusal to the caller: a stable code with parameters. The sentences stand in the catalogues of i18n. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'AppError';
  }

  /** HTTP status of this refusal. */
  get status(): number {
    return ERROR_CODES[this.code];
  }
}
