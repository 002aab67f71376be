import { describe, expect, it } from '@jest/globals';
import { optOutLine } from '../templates/opt-out.js';
import { editedMail } from './edited-mail.js';

const LINE = optOutLine('en', false);
const written = (text: string, subject = 'Kilns') => ({ subject, text, locale: 'en' as const });

describe('a mail a person wrote', () => {
  it('leaves as it was written, with HTML of its own', () => {
    const mail = editedMail(written(`Hi <Ann>\r\n\r\n${LINE}`, 'Kilns\r\nBcc: x@evil.example'), true);
    expect(mail).toMatchObject({ subject: 'Kilns Bcc: x@evil.example', text: `Hi <Ann>\n\n${LINE}\n` });
    expect(mail).toHaveProperty('html', expect.stringContaining('Hi &lt;Ann&gt;'));
  });

  it.each([
    ['says no more how to object', written('Hi Ann'), true, 'enrollment.opt_out_missing'],
    [
      'has a variable in its text',
      written(`Hi {{contact.firstName}} ${LINE}`),
      true,
      'enrollment.variable_in_text',
    ],
    [
      'has a variable in its subject',
      written('Hi', 'For {{site.name}}'),
      false,
      'enrollment.variable_in_text',
    ],
  ])('is refused where it %s', (_, mail, isCold, refused) => {
    expect(editedMail(mail, isCold)).toEqual({ refused });
  });

  it('says nothing about objecting to who asked', () => {
    expect(editedMail(written('Hi Ann'), false)).toMatchObject({ text: 'Hi Ann\n' });
  });
});
