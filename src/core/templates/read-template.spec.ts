import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import Handlebars from 'handlebars';
import { asIs, fillPart } from './fill-part.js';
import { FORMAT_NAMES, type FormatName } from './format-names.js';
import { formatValue } from './formats.js';
import { readTemplate } from './read-template.js';
import { READ_CODES, type TemplateNode } from './template-tree.js';
import type { TemplateValue } from './values.js';

const VALUES = new Map<string, TemplateValue>([
  ['contact.firstName', 'Ada'],
  ['contact.name', ''],
  ['site.name', 'Kiln & Clay'],
  ['formal', true],
  ['informal', false],
  ['today', { kind: 'date', on: '2026-03-04' }],
]);

function fill(source: string): string {
  const read = readTemplate(source);
  return read.ok
    ? fillNodes(read.nodes)
    : `refused: ${read.problems.map((problem) => problem.code).join(', ')}`;
}

function fillNodes(nodes: readonly TemplateNode[]): string {
  const filled = fillPart(nodes, {
    values: VALUES,
    snippets: new Map(),
    locale: 'en',
    write: asIs,
  });
  return filled.problems.length === 0
    ? filled.text
    : filled.problems.map((problem) => problem.code).join(', ');
}

describe('reading and filling a template', () => {
  it.each([
    ['a plain path is its value', 'Hi {{contact.firstName}},', 'Hi Ada,'],
    ['an empty variable is named, never printed', 'Hi {{contact.name}},', 'value_empty'],
    ['an unknown variable is empty', 'Hi {{nobody.home}}', 'value_empty'],
    ['a fallback takes the place of an empty one', '{{default contact.name "there"}}', 'there'],
    ['fallbacks are tried in order', '{{default contact.name contact.firstName "there"}}', 'Ada'],
    ['if asks whether there is something', '{{#if contact.name}}yes{{else}}no{{/if}}', 'no'],
    ['unless is the other way round', '{{#unless contact.name}}yes{{/unless}}', 'yes'],
    ['else if goes on asking', '{{#if informal}}je{{else if formal}}u{{/if}}', 'u'],
    ['a date is written out', '{{date today}}', '4 March 2026'],
    ['a date by its day', '{{date today style="day"}}', '4 March'],
    ['a word that is no date does not fit', '{{date site.name}}', 'value_not_fitting'],
    ['case is changed', '{{upper contact.firstName}} {{lower contact.firstName}}', 'ADA ada'],
    ['a comment leaves nothing', 'a{{! why }}b{{!-- }} --}}c', 'abc'],
    ['a block on a line of its own leaves no line', 'a\n{{#if formal}}\nb\n{{/if}}\nc', 'a\nb\nc'],
    ['one brace is text', 'a { b } c }}', 'a { b } c }}'],
  ])('%s', (_, source, expected) => {
    expect(fill(source)).toBe(expected);
  });
});

describe('what a template must not hold', () => {
  const ROWS: readonly [string, string, string][] = [
    ['three braces', 'Hi {{{contact.name}}}', '1:4 triple_braces'],
    ['a raw block', '{{{{raw}}}} x {{{{/raw}}}}', '1:1 raw_block 1:15 raw_block'],
    ['the mark for unescaped', '{{&contact.name}}', '1:1 unescaped'],
    ['an escaped tag', 'a \\{{contact.name}}', '1:3 escaped_tag'],
    ['trimming marks', 'a {{~contact.name~}}', '1:3 whitespace_control'],
    ['a partial', 'a\n  {{> footer}}', '2:3 partial'],
    ['a decorator', '{{* inline}}', '1:1 decorator'],
    ['an inline partial', '{{#*inline "a"}}{{/inline}}', '1:1 decorator 1:17 block_closed_wrongly'],
    ['an expression in brackets', '{{lower (upper a)}}', '1:1 sub_expression'],
    ['block parameters', '{{#if a as |b|}}{{/if}}', '1:1 block_params 1:17 block_closed_wrongly'],
    ['the inverse mark', '{{#if a}}x{{^}}y{{/if}}', '1:11 inverse_mark'],
    ['a climb', '{{../a}}', '1:1 path_not_plain'],
    ['this', '{{this}}', '1:1 path_not_plain'],
    ['an at-variable', '{{@root}}', '1:1 path_not_plain'],
    ['a segment in brackets', '{{a.[b]}}', '1:1 path_not_plain'],
    ['the way to the prototype', '{{a.__proto__}}', '1:1 path_not_plain'],
    ['lookup', '{{lookup a "b"}}', '1:1 helper_unknown'],
    ['each', '{{#each a}}x{{/each}}', '1:1 block_unknown 1:13 block_closed_wrongly'],
    ['a block nobody closed', 'x {{#if a}}', '1:3 block_not_closed'],
    [
      'a block closed by another name',
      '{{#if a}}{{/unless}}',
      '1:1 block_not_closed 1:10 block_closed_wrongly',
    ],
    ['an else of nothing', '{{else}}', '1:1 else_without_block'],
    ['two elses', '{{#if a}}{{else}}{{else}}{{/if}}', '1:18 else_twice'],
    ['if without a question', '{{#if}}{{/if}}', '1:1 argument_wrong 1:8 block_closed_wrongly'],
    ['default without a fallback', '{{default a}}', '1:1 argument_wrong'],
    ['an option nobody knows', '{{lower a size="2"}}', '1:1 option_unknown'],
    ['braces left open', 'Hi {{contact.name, how are {{site.name}}', '1:4 tag_not_closed'],
    ['braces left open to the end', 'Hi {{contact.name', '1:4 tag_not_closed'],
    ['an empty tag', '{{ }}', '1:1 tag_empty'],
    ['a tag out of all measure', `{{${'a'.repeat(401)}}}`, '1:1 tag_too_long'],
    ['a quote left open', '{{default a "b}}', '1:1 tag_not_understood'],
    ['a snippet without a key', '{{snippet a}}', '1:1 argument_wrong'],
    ['a zero byte', 'ab\u0000', '1:3 control_character'],
    ['a turned direction', 'a\u202eb', '1:2 control_character'],
    ['half a character', 'a\ud800', '1:2 control_character'],
    ['too many tags', '{{a}}'.repeat(501), '1:2501 too_many_tags'],
    ['too deep a nest', '{{#if a}}'.repeat(6) + '{{/if}}'.repeat(6), '1:46 too_deep'],
    ['too long a text', 'a'.repeat(50_001), '1:1 source_too_long'],
  ];

  it.each(ROWS)('%s is refused where it stands', (_, source, expected) => {
    const read = readTemplate(source);
    const told = read.ok
      ? 'accepted'
      : read.problems.map(({ line, column, code }) => `${line}:${column} ${code}`).join(' ');
    expect(told).toBe(expected);
  });

  it('has a row for every code', () => {
    const told = ROWS.map(([, , expected]) => expected).join(' ');
    expect(READ_CODES.filter((code) => code !== 'snippet_in_snippet' && !told.includes(code))).toEqual([]);
  });
});

describe('the same as Handlebars', () => {
  const handlebars = Handlebars.create();
  for (const name of FORMAT_NAMES)
    handlebars.registerHelper(name, (...given: unknown[]) => asHelper(name, given));

  function asHelper(name: FormatName, given: unknown[]): string {
    const options = given.pop() as { hash: Record<string, string> };
    const value = given.find((one) => one !== undefined && one !== '') as TemplateValue | undefined;
    return value === undefined
      ? (options.hash['default'] ?? '')
      : (formatValue(value, { format: name, options: options.hash }, 'en') ?? '');
  }

  const DATA = {
    contact: { firstName: 'Ada', name: '' },
    site: { name: 'Kiln & Clay' },
    formal: true,
    informal: false,
  };
  const piece = fc.constantFrom(
    ...[
      '{{contact.firstName}}',
      '{{#if contact.name}}',
      '{{#if formal}}',
      '{{#unless formal}}',
      '{{else}}',
      '{{else if informal}}',
      '{{/if}}',
      '{{/unless}}',
    ],
    ...[
      '{{! a note }}',
      '{{!-- }} --}}',
      '{{!--}}',
      ' ',
      '  ',
      '\n',
      '\n\n',
      '\t',
      'word',
      'Dear ',
      '{',
      '}',
      '}}',
      '\\',
      '"',
      "'",
      '&lt;',
    ],
    ...[
      '{{upper site.name}}',
      '{{default contact.name "you"}}',
      '{{lower contact.name default="x y"}}',
      '{{ site.name }}',
      '{{# if formal }}',
      '{{ else }}',
    ],
  );

  it('renders whatever is accepted exactly as Handlebars does', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const read = readTemplate(pieces.join(''));
        if (!read.ok) return;
        accepted += 1;
        expect(fillNodes(read.nodes)).toBe(handlebars.compile(pieces.join(''), { noEscape: true })(DATA));
      }),
      { seed: 20261120, numRuns: 4_000, endOnFailure: true },
    );
    expect(accepted).toBeGreaterThan(500);
  });

  function blocksOf(leaf: fc.Arbitrary<string>): fc.Arbitrary<string> {
    const inner = fc.array(leaf, { maxLength: 3 }).map((parts) => parts.join(''));
    return fc.oneof(
      inner,
      fc
        .tuple(fc.constantFrom('formal', 'informal'), inner)
        .map(([path, then]) => `{{#if ${path}}}${then}{{/if}}`),
      fc
        .tuple(inner, inner, inner)
        .map(([one, two, three]) => `{{#if informal}}${one}{{else if formal}}${two}{{else}}${three}{{/if}}`),
      fc.tuple(inner, inner).map(([one, two]) => `{{#unless formal}}${one}{{else}}${two}{{/unless}}`),
    );
  }

  it('renders nested blocks on lines of their own exactly as Handlebars does', () => {
    const leaf = fc.constantFrom('\n', ' ', 'text', '\n\n', ' \n', '{{site.name}}', '{{! x }}');
    const roots = fc
      .array(blocksOf(blocksOf(blocksOf(leaf))), { maxLength: 4 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(roots, (source) => {
        expect(fill(source)).toBe(handlebars.compile(source, { noEscape: true })(DATA));
      }),
      { seed: 20261121, numRuns: 1_500, endOnFailure: true },
    );
  });
});
