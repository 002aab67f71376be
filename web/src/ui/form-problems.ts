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

/** Refusals that are about one field, and the names that field has on our forms. */
const FIELDS_OF_CODE: Readonly<Record<string, readonly string[]>> = {
  'access.password_wrong': ['current', 'password'],
  'access.password_too_short': ['next', 'password'],
  'access.password_too_long': ['next', 'password'],
  'access.password_too_common': ['next', 'password'],
  'setup.email_taken': ['email'],
  'invitation.already_member': ['email'],
  'member.client_unknown': ['clientIds'],
  'api_token.expired_already': ['expiresOn'],
  'workspace.settings_do_not_fit': ['settings.goneAfterDays'],
  'client.name_taken': ['name'],
  'brand.name_taken': ['name'],
  'target_page.exists': ['url'],
};

/** The field of a form that a refusal is about, or null when it is about the whole. */
export function fieldOfCode(code: string, fields: readonly string[]): string | null {
  return FIELDS_OF_CODE[code]?.find((field) => fields.includes(field)) ?? null;
}

/**
 * Puts the complaints of a refusal at their fields and keeps what was typed. Gives back the failure when something
 * of it is not said at a field, for a `ProblemAlert` above the buttons.
 */
export function showFormProblems<Values>(form: UseFormReturnType<Values>, error: unknown): unknown {
  if (!(error instanceof ApiProblem)) return error;
  const fields = fieldPaths(form.getValues());
  const about = fieldOfCode(error.code, fields);
  if (about && error.errors.length === 0) {
    form.setErrors({ [about]: error.detail });
    return null;
  }
  const { shown, rest } = complaintsByField(error.errors, fields);
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
