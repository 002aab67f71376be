import { describe, expect, it } from '@jest/globals';
import { isAutomaticSubject } from './auto-subjects.js';

describe('a subject a program set', () => {
  it.each([
    'Automatic reply: a guest article',
    'Auto-Reply from Jo',
    'Automatisch bericht: idee voor een artikel',
    'Out-of-Office: your mail',
    'AUTO: Jo is away (back 5 January)',
    'I am on annual leave Re: a guest article',
    'On maternity leave',
    'Niet op kantoor: idee',
    'Afwezigheidsassistent: idee',
    'Ik ben met vakantie',
    'Met zwangerschapsverlof: idee',
    'Nicht im Büro: Idee',
    'Ich bin im Urlaub',
    'Absent du bureau : idée',
    'En congés : idée',
    'Thank you for contacting Site',
    'Wij hebben uw bericht ontvangen',
    '[#4711] We have received your request',
    'Request received: a guest article',
    'Ontvangstbevestiging',
    '[Automatyczna odpowiedź] artykuł',
    '[Automatic reply] a guest article',
  ])('%s', (subject) => {
    expect(isAutomaticSubject(subject, false)).toBe(true);
  });

  it.each([
    'On holiday season articles',
    'Urlaub: die besten Ziele',
    'Vakantie: een idee voor jullie blog',
    'Away days for teams',
    'Re: a guest article',
    'Absolutely, let us talk',
    'Automatic watches: a guide',
    'Request for a price',
  ])('is not: %s', (subject) => {
    expect(isAutomaticSubject(subject, false)).toBe(false);
  });

  it('may be a bare word where the mail answers one', () => {
    expect(isAutomaticSubject('Urlaub: a guest article', true)).toBe(true);
  });
});
