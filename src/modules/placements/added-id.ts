import { AppError } from '../../platform/errors/app-error.js';
import type { IntakeOutcome } from './placement-intake.js';

/** The id of what was added; throws `placement.duplicate`. */
export function addedId(outcome: IntakeOutcome | undefined): string {
  if (outcome?.kind === 'added') return outcome.id;
  throw new AppError('placement.duplicate', { id: outcome?.id ?? null });
}
