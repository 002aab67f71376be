import type { ErrorParams } from '../errors/app-error.js';
import type { ErrorCode } from '../errors/codes.js';
import type { Locale } from './language.js';

/** The sentences of a refusal in a language: what happened, and what to do next. */
export function problemText(
  code: ErrorCode,
  _params: ErrorParams,
  _locale: Locale,
): { title: string; detail: string } {
  return { title: code, detail: code };
}
