import { describe, expect, it } from '@jest/globals';
import { checkMail } from '../../src/core/templates/check-template.js';
import { renderMail } from '../../src/core/templates/render-mail.js';
import { exampleValues, VARIABLES } from '../../src/core/templates/variables.js';

/** 100,000 by `npm run test:templates`; fewer in the daily run. */
const RUNS = process.env['TEMPLATES_RUN'] === 'full' ? 100_000 : 3_000;
const MOST_MS = 20;

/** A stream of numbers from 0 to 1 that is the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const next = seeded(20261120);
const below = (limit: number): number => Math.floor(next() * limit);
const oneOf = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;

const PATHS = VARIABLES.map(({ path }) => path);
const SHARDS = [
  '{',
  '}',
  '{{',
  '}}',
  '{{{',
  '#',
  '/',
  '!',
  '--',
  '~',
  '>',
  '&',
  '"',
  "'",
  '\\',
  '=',
  '|',
  '(',
  ')',
  '[',
  ']',
  '.',
  '\n',
  ' ',
  '\u00e9',
  '\u2028',
  '\ud83d',
  '<',
  '<p',
  '">',
  '<a href="',
  '</a>',
  '&lt;',
];
const MAKERS: readonly (() => string)[] = [
  () => oneOf(SHARDS),
  () => oneOf(SHARDS).repeat(below(40)),
  () => `{{${oneOf(PATHS)}}}`,
  () =>
    `{{${oneOf(['lower', 'upper', 'date', 'money', 'list', 'default', 'lookup'])} ${oneOf(PATHS)} "${oneOf(SHARDS)}"}}`,
  () => `{{#${oneOf(['if', 'unless', 'each'])} ${oneOf(PATHS)}}}`,
  () =>
    oneOf(['{{else}}', '{{/if}}', '{{/unless}}', '{{! note }}', '{{!-- note --}}', '{{snippet "closing"}}']),
  () => `{{#if ${oneOf(PATHS)}}}${piece()}{{else if ${oneOf(PATHS)}}}${piece()}{{/if}}`,
  () => String.fromCharCode(...Array.from({ length: below(12) }, () => below(0x3000))),
  () => 'word '.repeat(below(30)),
  () => `<p style="color:red">${piece()}</p>`,
];

function piece(): string {
  return next() < 0.7 ? oneOf(MAKERS)() : '';
}

/** Most are short, as people write them; some are as large as may be kept, to find what grows faster than its input. */
function template(): string {
  const pieces = Array.from({ length: below(24) }, () => oneOf(MAKERS)()).join('');
  return next() < 0.01
    ? pieces.repeat(Math.ceil(50_000 / Math.max(pieces.length, 1))).slice(0, 50_000)
    : pieces;
}

const known = { variables: new Set(PATHS), elsewhere: new Set<string>(), snippets: new Set(['closing']) };
const filling = {
  locale: 'en' as const,
  values: exampleValues(VARIABLES, 'en', false),
  snippets: new Map([['closing', 'Bye {{contact.name}}']]),
};

function work(source: string): boolean {
  const mail = { subjects: [source.slice(0, 300)], body: source, html: next() < 0.3 ? source : null };
  const { problems } = checkMail(mail, known);
  const rendered = renderMail(mail, filling);
  const isTold = rendered.ok || rendered.problems.length > 0;
  const isPlaced = problems.every(({ line, column }) => line >= 1 && column >= 1);
  if (!isTold || !isPlaced) throw new Error(`nothing is said about ${JSON.stringify(source)}`);
  return rendered.ok;
}

/** The time of a render that nothing else held up: a slow one is given two more chances, because the machine has other work too. */
function quickest(source: string): number {
  return Math.min(...[1, 2, 3].map(() => timed(source)));
}

function timed(source: string): number {
  const start = process.cpuUsage();
  work(source);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

describe('random templates', () => {
  it(`are read, checked and filled in within ${MOST_MS} ms each, and nothing is thrown (${RUNS.toLocaleString('en')})`, () => {
    let rendered = 0;
    const slow: string[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const source = template();
      const start = performance.now();
      if (work(source)) rendered += 1;
      if (performance.now() - start > MOST_MS && quickest(source) > MOST_MS) slow.push(source.slice(0, 200));
    }
    expect(slow).toEqual([]);
    expect(rendered).toBeGreaterThan(RUNS / 50);
  }, 600_000);
});

describe('the largest templates', () => {
  const deep = (times: number): string => `${'{{#if formal}}'.repeat(times)}x${'{{/if}}'.repeat(times)}`;
  it.each([
    ['open braces', '{{'.repeat(25_000)],
    ['closing braces', '}}'.repeat(25_000)],
    ['comments that never end', '{{!-- '.repeat(8_000)],
    ['blocks in blocks', deep(2_000)],
    ['spaces before a tag', `${' '.repeat(49_000)}{{site.name}}`],
    ['line breaks between tags', `{{#if formal}}${'\n'.repeat(49_000)}{{/if}}`],
    ['bare brackets', '<'.repeat(50_000)],
    ['web addresses', 'https://x.example/'.repeat(2_700)],
    ['addresses of full stops', `https://x.example/${'.'.repeat(1_900)} `.repeat(25)],
    ['elements in elements', '<div>'.repeat(10_000)],
    ['attributes without end', `<p ${'a="b" '.repeat(8_000)}`],
    ['variables as many as may be', '{{page.observation}}'.repeat(500)],
    ['placeholders', '[a'.repeat(25_000)],
  ])('of %s take no more than %p asks', (_, source) => {
    expect(quickest(source)).toBeLessThan(MOST_MS * 5);
  });
});
