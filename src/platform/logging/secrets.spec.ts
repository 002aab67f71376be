import { describe, expect, it } from '@jest/globals';
import { errorForLog, withoutPasswords } from './secrets.js';

describe('withoutPasswords', () => {
  it.each([
    [
      'connect postgres://app:hunter2@db.example/x failed',
      'connect postgres://app:[hidden]@db.example/x failed',
    ],
    [
      'smtps://u:p@a.example and smtp://v:q@b.example',
      'smtps://u:[hidden]@a.example and smtp://v:[hidden]@b.example',
    ],
    ['https://brand.example:8080/page stays', 'https://brand.example:8080/page stays'],
    ['nothing to hide', 'nothing to hide'],
  ])('%s', (text, shown) => {
    expect(withoutPasswords(text)).toBe(shown);
  });
});

describe('errorForLog', () => {
  it('tells what caused an error, and no password on the way', () => {
    const cause = Object.assign(new Error('no route to postgres://app:hunter2@db.example'), {
      code: 'ECONNREFUSED',
    });
    const shown = errorForLog(new Error('could not start', { cause }));
    expect(shown).toMatchObject({ message: 'could not start', cause: { code: 'ECONNREFUSED' } });
    expect(JSON.stringify(shown)).not.toContain('hunter2');
  });

  it('leaves fields of an error out, which may hold a whole row', () => {
    const error = Object.assign(new Error('duplicate'), { parameters: ['secret'], query: 'insert' });
    expect(JSON.stringify(errorForLog(error))).not.toContain('"secret"');
  });
});
