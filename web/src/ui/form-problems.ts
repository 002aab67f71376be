import type { UseFormReturnType } from '@mantine/form';
import { ApiProblem, type FieldProblem } from '../api/problem.js';

/** Complaints by field of the form. The server says `terms.rel.value`; a complaint nobody shows is given back apart. */
export function complaintsByField(
  errors: readonly FieldProblem[],
  fields: readonly string[],
): { readonly shown: Record<string, string>; readonly rest: readonly FieldProblem[] } {
  const shown: Record<string, string> = {};
  const rest: FieldProblem[] = [];
  for (const error of errors) {
    if (fields.includes(error.field)) shown[error.field] ??= error.message;
    else rest.push(error);
  }
  return { shown, rest };
}

/**
 * Puts the complaints of a refusal at their fields and keeps what was typed. Gives back the failure when something
 * of it is not said at a field, for a `ProblemAlert` above the buttons.
 */
export function showFormProblems<Values>(form: UseFormReturnType<Values>, error: unknown): unknown {
  if (!(error instanceof ApiProblem) || error.errors.length === 0) return error;
  const { shown, rest } = complaintsByField(error.errors, fieldPaths(form.getValues()));
  form.setErrors(shown);
  return rest.length > 0 || Object.keys(shown).length === 0 ? error : null;
}

function fieldPaths(values: unknown, under = ''): string[] {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return [under];
  return Object.entries(values).flatMap(([name, value]) => [
    under ? `${under}.${name}` : name,
    ...fieldPaths(value, under ? `${under}.${name}` : name),
  ]);
}
