import { describe, expect, it } from '@jest/globals';
import type { FieldProblem } from '../api/problem.js';
import { complaintsByField, fieldOfCode } from './form-problems.js';

const said = (field: string, message = `${field} is wrong`): FieldProblem => ({ field, code: 'x', message });

describe('complaintsByField', () => {
  it.each<[string, FieldProblem[], Record<string, string>, FieldProblem[]]>([
    ['a complaint stands at its field', [said('name')], { name: 'name is wrong' }, []],
    ['a field inside another has its path', [said('terms.rel')], { 'terms.rel': 'terms.rel is wrong' }, []],
    [
      'the first complaint of a field is shown',
      [said('name', 'one'), said('name', 'two')],
      { name: 'one' },
      [],
    ],
    ['a field that is not on the form is told apart', [said('other')], {}, [said('other')]],
  ])('%s', (_, errors, shown, rest) => {
    expect(complaintsByField(errors, ['name', 'terms', 'terms.rel'])).toEqual({ shown, rest });
  });
});

describe('fieldOfCode', () => {
  it.each<[string, string, string[], string | null]>([
    ['a weak password is about the new one', 'access.password_too_common', ['current', 'next'], 'next'],
    ['a wrong password is about the present one', 'access.password_wrong', ['current', 'next'], 'current'],
    ['a form with one password means that', 'access.password_too_short', ['email', 'password'], 'password'],
    ['a form without the field shows it apart', 'access.password_too_short', ['email'], null],
    ['any other refusal is about the whole', 'access.forbidden', ['email'], null],
  ])('%s', (_, code, fields, field) => {
    expect(fieldOfCode(code, fields)).toBe(field);
  });
});
