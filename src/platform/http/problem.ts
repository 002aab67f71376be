import { HttpException } from '@nestjs/common';
import { AppError, type ErrorParams } from '../errors/app-error.js';
import { ERROR_CODES, type ErrorCode } from '../errors/codes.js';
import { type FieldFault, RequestInvalid } from './validation.js';

/** What a refusal comes down to before it gets its sentences. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly status: number;
  readonly params: ErrorParams;
  readonly errors: readonly FieldFault[];
}

/** Codes for refusals of the framework and the body reader, by HTTP status. */
const CODE_OF_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'request.malformed',
  403: 'request.cross_site',
  404: 'request.not_found',
  413: 'request.too_large',
  415: 'request.content_type',
};

/** Says what an error tells the caller. Null for everything that is a bug: the caller learns nothing but "500". */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof RequestInvalid) return refusal('request.invalid', {}, error.faults);
  if (error instanceof AppError) return refusal(error.code, error.params);
  const code = CODE_OF_STATUS[statusOf(error)];
  return code === undefined ? null : refusal(code);
}

function refusal(code: ErrorCode, params: ErrorParams = {}, errors: readonly FieldFault[] = []): Refusal {
  return { code, status: ERROR_CODES[code], params, errors };
}

/** The status an error of Nest, Express or the body reader names; 500 for all others. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof URIError) return 400;
  const isBodyReaders = error instanceof Error && 'expose' in error && error.expose === true;
  return isBodyReaders && 'status' in error && typeof error.status === 'number' ? error.status : 500;
}
