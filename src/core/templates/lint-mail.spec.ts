import { describe, expect, it } from '@jest/globals';
import { checkMail } from './check-template.js';
import type { FormOfAddress } from './form-of-address.js';
import { LINT_CODES, lintMail } from './lint-mail.js';
import type { MailSource } from './render-mail.js';
import type { TemplateLocale } from './values.js';
import { exampleValues, VARIABLES } from './variables.js';

const SOUND =
  'Hi {{contact.firstName}},\n\n{{page.observation}}\n\n{{sender.name}}, {{sender.company}}\n{{optOut.line}}\n';
const DUTCH = 'Hallo {{contact.firstName}},\n\n{{sender.name}}, {{sender.company}}\n{{optOut.line}}\n';

interface Wish extends Partial<MailSource> {
  readonly kind?: string;
  readonly purpose?: string;
  readonly locale?: TemplateLocale;
  readonly form?: FormOfAddress;
  readonly snippets?: ReadonlyMap<string, string>;
}

function found({
  kind,
  purpose,
  locale = 'en',
  form = 'none',
  snippets = new Map(),
  ...mail
}: Wish): string[] {
  const whole = { subjects: ['A question'], body: SOUND, html: null, ...mail };
  const variables = new Set(VARIABLES.map(({ path }) => path));
  const checked = checkMail(whole, { variables, elsewhere: new Set(), snippets: new Set(snippets.keys()) });
  expect(checked.problems).toEqual([]);
  const examples = {
    formal: exampleValues(VARIABLES, locale, true),
    informal: exampleValues(VARIABLES, locale, false),
  };
  const subject = {
    kind: kind ?? null,
    purpose: purpose ?? 'first',
    locale,
    formOfAddress: form,
    snippets,
    examples,
  };
  return lintMail(whole, { ...subject, variables: checked.variables }).map(
    ({ code, part, line, column }) => `${code} ${part} ${line}:${column}`,
  );
}

const ROWS: readonly [string, Wish, string[]][] = [
  ['a sound mail has no remarks', {}, []],
  [
    'a bracketed placeholder is found where it stands',
    { body: `${SOUND}x [Your name]` },
    ['placeholder_left body 7:3'],
  ],
  ['so is one in single braces', { body: `{first name} ${SOUND}` }, ['placeholder_left body 1:1']],
  ['so is XXX, in a subject too', { subjects: ['About XXX'] }, ['placeholder_left subject 1:7']],
  ['a link in brackets is no placeholder', { body: `${SOUND}[guide](https://x.example/)` }, []],
  ['a long mail', { body: `${SOUND}${'word '.repeat(150)}` }, ['too_many_words body 1:1']],
  ['three links', { body: `${SOUND}{{page.url}} {{target.url}} {{brand.url}}` }, ['too_many_links body 1:1']],
  ['nobody who writes', { body: 'Hi\n{{optOut.line}}' }, ['sender_missing body 1:1']],
  ['a stranger without a company', { body: '{{sender.name}} {{optOut.line}}' }, ['sender_missing body 1:1']],
  ['no way to object', { body: '{{sender.name}} {{sender.company}}' }, ['opt_out_missing body 1:1']],
  ['an answer needs none', { purpose: 'answer', body: '{{sender.name}}' }, []],
  ['and must have none', { purpose: 'answer' }, ['opt_out_misplaced body 1:1']],
  ['a journalist asked for the mail', { kind: 'haro', purpose: 'first' }, ['opt_out_misplaced body 1:1']],
  [
    'the line may stand in a snippet',
    {
      body: '{{sender.name}} {{sender.company}} {{snippet "end"}}',
      snippets: new Map([['end', '{{optOut.line}}']]),
    },
    [],
  ],
  ['a false Re:', { subjects: ['Re: your page'] }, ['false_reply_mark subject 1:1']],
  [
    'a false Doorst: in Dutch',
    { locale: 'nl', body: DUTCH, subjects: ['Doorst: pagina'] },
    ['false_reply_mark subject 1:1'],
  ],
  ['a word that begins with re is none', { subjects: ['Reading your page'] }, []],
  ['a subject that is cut off', { subjects: ['word '.repeat(15)] }, ['subject_too_long subject 1:1']],
  ['shouting', { body: `READ THIS NOW\n${SOUND}` }, ['shouting body 1:1']],
  ['many marks', { body: `${SOUND}Really??` }, ['shouting body 7:7']],
  [
    'je and u in one mail',
    { locale: 'nl', body: `Wat vindt u, en heb je tijd?\n${DUTCH}` },
    ['address_mixed body 1:1'],
  ],
  [
    'each in its own branch',
    { locale: 'nl', body: `{{#if formal}}Heeft u{{else}}Heb je{{/if}} tijd?\n${DUTCH}` },
    [],
  ],
  [
    'je in a formal template',
    { locale: 'nl', form: 'formal', body: `Heb je tijd?\n${DUTCH}` },
    ['address_other_form body 1:1'],
  ],
];

describe('lintMail', () => {
  it.each(ROWS)('%s', (_, wish, expected) => {
    expect(found(wish)).toEqual(expected);
  });

  it('has a row for every code', () => {
    const told = ROWS.flatMap(([, , expected]) => expected).join(' ');
    expect(LINT_CODES.filter((code) => !told.includes(code))).toEqual([]);
  });
});
