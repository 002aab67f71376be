import { describe, expect, it } from '@jest/globals';
import { checkMail, checkSnippet, NAME_CODES } from './check-template.js';
import { FILL_CODES } from './fill-part.js';
import { type MailSource, renderMail } from './render-mail.js';
import { readStarterFile } from './starter-file.js';
import type { TemplateValue } from './values.js';
import { nearestName } from './variables.js';
import { HTML_CODES } from './written-html.js';

const KNOWN = {
  variables: new Set(['site.name', 'page.url', 'formal', 'contact.firstName']),
  elsewhere: new Set(['field.deadUrl']),
  flags: new Set(['formal']),
  snippets: new Set(['closing']),
};
const mailOf = (mail: Partial<MailSource>): MailSource => ({
  subjects: ['x'],
  body: 'x',
  html: null,
  ...mail,
});
const places = (problems: readonly { code: string; part: string; line: number; column: number }[]) =>
  problems.map(({ code, part, line, column }) => `${code} ${part} ${line}:${column}`);

const CHECKS: readonly [string, Partial<MailSource>, string[]][] = [
  ['a known variable', { body: '{{site.name}}' }, []],
  ['an unknown variable', { body: 'a\n {{site.nam}}' }, ['variable_unknown body 2:2']],
  ['one of another kind', { subjects: ['x', '{{field.deadUrl}}'] }, ['variable_not_of_kind subject 1:1']],
  [
    'one that only answers yes or no',
    { body: '{{formal}}{{#if formal}}{{/if}}' },
    ['variable_not_printable body 1:1'],
  ],
  ['an unknown snippet', { body: '{{snippet "closin"}}' }, ['snippet_unknown body 1:1']],
  ['an element that is closed', { html: '<p>{{site.name}}<br/></p>' }, []],
  ['a bare bracket', { html: '<p>1 < 2</p>' }, ['html_malformed html 1:6']],
  [
    'an attribute without quotes',
    { html: '<p title=x>x</p>' },
    ['html_malformed html 1:3', 'html_unbalanced html 1:17'],
  ],
  ['a script', { html: '<script>x</script>' }, ['html_element html 1:8']],
  ['a handler', { html: '<p onclick="x">x</p>' }, ['html_attribute html 1:13']],
  ['an address that runs something', { html: '<a href="javascript:x">x</a>' }, ['html_address html 1:23']],
  ['the same written in entities', { html: '<a href="&#106;avascript:x">x</a>' }, ['html_address html 1:28']],
  ['a style that loads something', { html: '<p style="background:url(x)">x</p>' }, ['html_style html 1:29']],
  ['a variable for a tag name', { html: '<{{site.name}}>' }, ['html_malformed html 1:1']],
  ['a variable for an attribute', { html: '<p {{site.name}}>x</p>' }, ['html_place html 1:4']],
  ['a variable in a style', { html: '<p style="color:{{site.name}}">x</p>' }, ['html_place html 1:17']],
  ['a block in a tag', { html: '<p {{#if formal}}{{/if}}>x</p>' }, ['html_block_in_tag html 1:4']],
  ['an element left open', { html: '<p>x' }, ['html_unbalanced html 1:1']],
  [
    'an element opened in one branch only',
    { html: '{{#if formal}}<b>{{/if}}x' },
    ['html_unbalanced html 1:1'],
  ],
  [
    'elements without end',
    { html: `${'<i>'.repeat(101)}${'</i>'.repeat(101)}` },
    ['html_too_deep html 1:303'],
  ],
];

describe('checkMail', () => {
  it.each(CHECKS)('%s', (_, mail, expected) => {
    expect(places(checkMail(mailOf(mail), KNOWN).problems)).toEqual(expected);
  });

  it('has a row for every code', () => {
    const told = CHECKS.flatMap(([, , expected]) => expected).join(' ');
    expect([...HTML_CODES, ...NAME_CODES].filter((code) => !told.includes(code))).toEqual([]);
  });

  it('finds a snippet in a snippet', () => {
    expect(places(checkSnippet('a {{snippet "closing"}}', KNOWN))).toEqual(['snippet_in_snippet body 1:3']);
  });
});

const VALUES = new Map<string, TemplateValue>([
  ['site.name', 'Kiln & "Clay"'],
  ['page.url', 'https://kiln.example/?a=1&b=2'],
  ['page.observation', 'One.\nTwo <b>.'],
  ['today', { kind: 'date', on: '2026-03-04' }],
]);
const rendered = (mail: Partial<MailSource>) =>
  renderMail(mailOf(mail), {
    values: VALUES,
    snippets: new Map([['closing', 'Bye,\n{{site.name}}']]),
    locale: 'en',
  });

const REFUSED: readonly [string, Partial<MailSource>, string[], string[]][] = [
  [
    'empty variables, each once',
    { body: '{{a.b}} {{a.b}} {{c}}' },
    ['a.b', 'c'],
    ['value_empty', 'value_empty', 'value_empty'],
  ],
  ['a helper that does not fit', { body: '{{money site.name}}' }, [], ['value_not_fitting']],
  ['a link that is none', { html: '<a href="{{site.name}}">x</a>' }, [], ['value_not_link']],
  ['a snippet that is gone', { body: '{{snippet "gone"}}' }, [], ['snippet_unknown']],
  ['an empty subject', { subjects: ['{{#if a}}x{{/if}}'] }, [], ['subject_empty']],
  ['a subject without end', { subjects: [`{{site.name}}${'x'.repeat(280)}`] }, [], ['subject_over_limit']],
  ['a mail without end', { body: '{{default a.b "x"}}' }, [], ['output_too_long']],
];

describe('renderMail', () => {
  it.each(REFUSED.slice(0, -1))('%s make no mail', (_, mail, missing, codes) => {
    const result = rendered(mail);
    if (result.ok) throw new Error('made a mail');
    expect([result.missing, result.problems.map(({ code }) => code)]).toEqual([missing, codes]);
  });

  it('makes no mail without end', () => {
    const values = new Map(VALUES).set('site.name', 'x'.repeat(300_000));
    const result = renderMail(mailOf({ body: '{{site.name}}' }), {
      values,
      snippets: new Map(),
      locale: 'en',
    });
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'output_too_long' }] });
  });

  it('has a row for every code', () => {
    const told = REFUSED.flatMap(([, , , codes]) => codes);
    expect(FILL_CODES.filter((code) => !told.includes(code))).toEqual([]);
  });

  it('makes the HTML from the text, with links and line breaks, everything escaped', () => {
    const body =
      'Hi {{site.name}},\n{{page.observation}}\n\n{{#if gone}}\nx\n{{/if}}\n\nSee {{page.url}}.\n{{snippet "closing"}}';
    expect(rendered({ body })).toEqual({
      ok: true,
      subjects: ['x'],
      text: 'Hi Kiln & "Clay",\nOne.\nTwo <b>.\n\nSee https://kiln.example/?a=1&b=2.\nBye,\nKiln & "Clay"\n',
      html: [
        '<!doctype html>\n<html lang="en">\n<body>',
        '<p>Hi Kiln &amp; &quot;Clay&quot;,<br>\nOne.<br>\nTwo &lt;b&gt;.</p>',
        '<p>See <a href="https://kiln.example/?a&#61;1&amp;b&#61;2">https://kiln.example/?a&#61;1&amp;b&#61;2</a>.<br>\nBye,<br>\nKiln &amp; &quot;Clay&quot;</p>',
        '</body>\n</html>\n',
      ].join('\n'),
    });
  });

  it.each([
    ['text is escaped and keeps its lines', '<p>{{page.observation}}</p>', '<p>One.<br>\nTwo &lt;b&gt;.</p>'],
    [
      'an attribute is one line',
      '<p title="{{page.observation}}">x</p>',
      '<p title="One. Two &lt;b&gt;.">x</p>',
    ],
    [
      'a link is an address',
      '<a href="{{page.url}}">x</a>',
      '<a href="https://kiln.example/?a&#61;1&amp;b&#61;2">x</a>',
    ],
    [
      'a part of a link is encoded',
      '<a href="https://x.example/?q={{page.url}}">x</a>',
      '<a href="https://x.example/?q=https%3A%2F%2Fkiln.example%2F%3Fa%3D1%26b%3D2">x</a>',
    ],
  ])('%s in a written HTML part', (_, html, expected) => {
    expect(rendered({ html })).toMatchObject({ ok: true, html: expected });
  });
});

describe('nearestName', () => {
  it.each([
    ['a slip of the finger', 'site.nam', 'site.name'],
    ['other capitals', 'contact.firstname', 'contact.firstName'],
    ['nothing like it', 'weather', null],
  ])('%s', (_, name, expected) => {
    expect(nearestName(name, KNOWN.variables)).toBe(expected);
  });
});

describe('readStarterFile', () => {
  it.each([
    [
      'a head and a text',
      '---\nname: One\nsubject: A\nsubject: B: c\nnote: n\n---\nHi\n',
      { name: 'One', subjects: ['A', 'B: c'], note: 'n', body: 'Hi\n' },
    ],
    ['no subject', '---\nname: One\n---\nHi', null],
    ['no head', 'Hi', null],
    ['a line that is no head', '---\nsubject: a\nwhat\n---\nHi', null],
  ])('%s', (_, source, expected) => {
    expect(readStarterFile(source)).toEqual(expected);
  });
});
