import { describe, expect, it } from '@jest/globals';
import { parse } from 'parse5';
import { checkMail } from '../../src/core/templates/check-template.js';
import { renderMail } from '../../src/core/templates/render-mail.js';
import type { TemplateValue } from '../../src/core/templates/values.js';
import { exampleValues, VARIABLES } from '../../src/core/templates/variables.js';
import { HOSTILE_VALUES, PAYLOADS } from './injection-payloads.js';

const CANARY = 'kept-to-itself-4711';
const known = {
  variables: new Set(VARIABLES.map(({ path }) => path)),
  elsewhere: new Set<string>(),
  snippets: new Set<string>(),
};
const values = new Map<string, TemplateValue>([
  ...exampleValues(VARIABLES, 'en', true),
  ['contact.name', '<b>Noor & "Co"</b>'],
]);
const plain = { locale: 'en' as const, snippets: new Map<string, string>(), values };

/** Whatever stands between braces is either refused, or was never a tag. */
function outcomeOf(payload: string): string {
  const mail = { subjects: [payload.slice(0, 300)], body: payload, html: null };
  const told = checkMail(mail, known);
  const rendered = renderMail(mail, plain);
  const text = rendered.ok
    ? `${rendered.subjects.join(' ')}${rendered.text}${rendered.html}`
    : rendered.missing.join(' ');
  expect(text).not.toContain(CANARY);
  expect(text).not.toMatch(/\[object|function|native code|<b>/);
  if (rendered.ok)
    expect(rendered.text.trim()).toBe(payload.replace(/\{\{!--[\s\S]*?--\}\}|\{\{![^}]*\}\}/g, '').trim());
  return told.problems.length > 0 || !rendered.ok ? 'refused' : 'plain text';
}

describe('template injection', () => {
  process.env['SECRET_CANARY'] = CANARY;
  const before = Object.getOwnPropertyNames(Object.prototype).sort().join();

  it('has at least 300 payloads', () => {
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(300);
  });

  it.each(PAYLOADS)('%j is refused or means nothing', (payload) => {
    const hasTag = /\{\{/.test(payload);
    expect(outcomeOf(payload)).toBe(hasTag ? 'refused' : 'plain text');
    expect(Object.getOwnPropertyNames(Object.prototype).sort().join()).toBe(before);
  });
});

describe('values of others', () => {
  const html =
    '<p title="{{site.name}}"><a href="{{page.url}}">{{site.name}}</a> <a href="https://x.example/?q={{site.name}}">y</a></p>';
  const mail = { subjects: ['{{site.name}}'], body: '{{site.name}}', html };

  it.each(HOSTILE_VALUES)('%j is text in the text, in the HTML and in the subject', (value) => {
    const rendered = renderMail(mail, { ...plain, values: new Map(values).set('site.name', `a ${value}`) });
    if (!rendered.ok) throw new Error(JSON.stringify(rendered));
    expect(rendered.subjects[0]).not.toMatch(
      /[^\P{Cc}]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}|=\?/u,
    );
    expect(rendered.text).not.toMatch(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
    for (const source of [rendered.html, renderedFromText(value)]) expect(elementsOf(source)).toEqual([]);
  });

  it.each(HOSTILE_VALUES)('%j is no address of a link', (value) => {
    const rendered = renderMail(mail, { ...plain, values: new Map(values).set('page.url', value) });
    const codes = rendered.ok
      ? ['made a mail']
      : rendered.problems.map(({ code, params }) => `${code} ${params['variable'] ?? ''}`);
    expect(codes).toEqual([expect.stringMatching(/^value_(?:not_link|empty) page\.url$/)]);
  });

  function renderedFromText(value: string): string {
    const rendered = renderMail(
      { ...mail, html: null },
      { ...plain, values: new Map(values).set('site.name', `a ${value}`) },
    );
    return rendered.ok ? rendered.html : 'not rendered';
  }
});

interface Element {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Element[];
}

const EXPECTED = new Set(['#document', '#documentType', 'html', 'head', 'body', 'p', 'a', 'br', '#text']);

/** Elements and attributes that the template did not write, as a browser would see them. */
function elementsOf(source: string): string[] {
  const found: string[] = [];
  const walk = (node: Element): void => {
    if (!EXPECTED.has(node.nodeName)) found.push(node.nodeName);
    for (const { name, value } of node.attrs ?? []) {
      const isKnown = ['title', 'lang'].includes(name) || (name === 'href' && /^https?:/.test(value));
      if (!isKnown) found.push(`${node.nodeName}[${name}=${value}]`);
    }
    for (const child of node.childNodes ?? []) walk(child);
  };
  walk(parse(source));
  return found;
}
