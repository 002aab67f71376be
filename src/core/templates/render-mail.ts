import { asIs, type FillCode, fillPart, type PartFilling, type Write, type Written } from './fill-part.js';
import { escapedHtml, htmlFromText } from './html-text.js';
import { readTemplate } from './read-template.js';
import { type Place, TEMPLATE_LIMITS, type TemplateNode } from './template-tree.js';
import { headerText, isEmptyValue, type TemplateLocale, type TemplateValues } from './values.js';
import { checkWrittenHtml, type WrittenHtml } from './written-html.js';

/** A mail to fill in: variants of the subject, the text, and an HTML part where it is written apart. */
export interface MailSource {
  readonly subjects: readonly string[];
  readonly body: string;
  readonly html: string | null;
}

export const MAIL_PARTS = ['subject', 'body', 'html'] as const;
export type MailPart = (typeof MAIL_PARTS)[number];

/** A problem and the part it stands in; `index` is which subject, from 0. */
export interface PartProblem extends Place {
  readonly part: MailPart;
  readonly index: number;
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface MailFilling {
  readonly values: TemplateValues;
  /** Sources of snippets by key, in the language of the mail. */
  readonly snippets: ReadonlyMap<string, string>;
  readonly locale: TemplateLocale;
}

export type RenderedMail =
  | { readonly ok: true; readonly subjects: readonly string[]; readonly text: string; readonly html: string }
  | { readonly ok: false; readonly missing: readonly string[]; readonly problems: readonly PartProblem[] };

type Reading = { readonly nodes: readonly TemplateNode[] | null; readonly problems: readonly PartProblem[] };
type Filled = { readonly text: string; readonly problems: readonly PartProblem[] };

const SUBJECT_OUTPUT = 250;

/** Fills in a whole mail, or names every variable that is empty and every mistake: there is no half-filled mail. */
export function renderMail(mail: MailSource, filling: MailFilling): RenderedMail {
  const snippets = readSnippets(filling.snippets);
  const part = (write: Write): PartFilling => ({ ...filling, snippets, write });
  const subjects = mail.subjects.map((subject, index) =>
    fillSubject(
      subject,
      index,
      part((text) => ({ text: headerText(text) })),
    ),
  );
  const body = fillRead(readPart(mail.body, 'body', 0), part(asIs), 'body', 0);
  const html = mail.html === null ? null : fillHtml(mail.html, part);
  const problems = [...subjects, body, ...(html === null ? [] : [html])].flatMap((filled) => filled.problems);
  if (problems.length > 0) return { ok: false, missing: missingOf(problems), problems };
  const text = tidied(body.text);
  return {
    ok: true,
    subjects: subjects.map((subject) => subject.text),
    text,
    html: html === null ? htmlFromText(text, filling.locale) : html.text,
  };
}

/** The snippets that can be read; one that cannot is as good as unknown. */
export function readSnippets(sources: ReadonlyMap<string, string>): Map<string, readonly TemplateNode[]> {
  const read = new Map<string, readonly TemplateNode[]>();
  for (const [key, source] of sources) {
    const result = readTemplate(source, TEMPLATE_LIMITS.snippetLength);
    if (result.ok) read.set(key, result.nodes);
  }
  return read;
}

/** Reads one part and says its problems with the part they stand in. */
export function readPart(source: string, part: MailPart, index: number): Reading {
  const limit = {
    subject: TEMPLATE_LIMITS.subjectLength,
    body: TEMPLATE_LIMITS.bodyLength,
    html: TEMPLATE_LIMITS.htmlLength,
  }[part];
  const result = readTemplate(source, limit);
  if (result.ok) return { nodes: result.nodes, problems: [] };
  return { nodes: null, problems: result.problems.map((problem) => ({ ...problem, part, index })) };
}

function missingOf(problems: readonly PartProblem[]): string[] {
  const empty = problems
    .filter((problem) => problem.code === 'value_empty')
    .map((problem) => problem.params['variable'] ?? '');
  return [...new Set(empty)];
}

function fillRead(reading: Reading, filling: PartFilling, part: MailPart, index: number): Filled {
  if (reading.nodes === null) return { text: '', problems: reading.problems };
  const filled = fillPart(reading.nodes, filling);
  return { text: filled.text, problems: filled.problems.map((problem) => ({ ...problem, part, index })) };
}

function fillSubject(source: string, index: number, filling: PartFilling): Filled {
  const filled = fillRead(readPart(source, 'subject', index), filling, 'subject', index);
  if (filled.problems.length > 0) return filled;
  const text = headerText(filled.text);
  if (isEmptyValue(text)) return { text: '', problems: [wholeSubject('subject_empty', index, {})] };
  if (text.length <= SUBJECT_OUTPUT) return { text, problems: [] };
  return {
    text: '',
    problems: [wholeSubject('subject_over_limit', index, { limit: String(SUBJECT_OUTPUT) })],
  };
}

function wholeSubject(code: FillCode, index: number, params: Readonly<Record<string, string>>): PartProblem {
  return { code, params, part: 'subject', index, line: 1, column: 1, length: 0 };
}

function fillHtml(source: string, part: (write: Write) => PartFilling): Filled {
  const reading = readPart(source, 'html', 0);
  if (reading.nodes === null) return { text: '', problems: reading.problems };
  const written = checkWrittenHtml(reading.nodes);
  if (written.problems.length > 0) {
    return {
      text: '',
      problems: written.problems.map((problem) => ({ ...problem, part: 'html', index: 0 })),
    };
  }
  return fillRead(reading, part(htmlWriter(written)), 'html', 0);
}

function htmlWriter(written: WrittenHtml): Write {
  return (text, node): Written => {
    const place = written.places.get(node) ?? 'text';
    switch (place) {
      case 'link':
        return /^(?:https?:\/\/|mailto:)[^\s\\]+$/i.test(text)
          ? { text: escapedHtml(text) }
          : { refused: 'value_not_link' };
      case 'link_part':
        return { text: escapedHtml(encodeURIComponent(text)) };
      case 'attribute':
        return { text: escapedHtml(text.replace(/\s+/g, ' ')) };
      case 'text':
        return { text: escapedHtml(text).replace(/\n/g, '<br>\n') };
    }
  };
}

/** No more than one empty line in a row, and none at the ends: what is left where an `if` took a paragraph away. */
function tidied(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}
