import type { Ground } from '../contacts/contact.js';
import { escapedHtml } from '../templates/html-text.js';
import { optOutLines } from '../templates/opt-out.js';
import { readableText, type TemplateLocale } from '../templates/values.js';

/** What is said at the end of a mail besides its template. */
export interface MailEnding {
  /** Of the mailbox; empty for none. */
  readonly signature: string;
  /** How to object and where the address is from; null where that does not belong (answers, journalists, orders, reclamations). */
  readonly optOut: string | null;
}

export interface MailText {
  readonly text: string;
  readonly html: string;
}

/** Adds the signature and, where it belongs and nobody said it yet, the line about objecting (D265, D272). Nothing is said twice. */
export function withEnding({ text, html }: MailText, { signature, optOut }: MailEnding): MailText {
  const added = [signatureOf(text, signature), optOut === null || saysOptOut(text) ? '' : optOut].filter(
    (part) => part !== '',
  );
  if (added.length === 0) return { text, html };
  return {
    text: `${[text.trimEnd(), ...added].join('\n\n')}\n`,
    html: `${html.trimEnd()}\n${added.map(paragraph).join('\n')}\n`,
  };
}

/** Whether a text has one of the lines that say how to object, however its white space was set. */
export function saysOptOut(text: string): boolean {
  const said = folded(text);
  return optOutLines().some((line) => said.includes(folded(line)));
}

/** Grounds that say by themselves that the recipient asked: nothing about objecting is added. */
export function asksForOptOut(ground: Ground | null): boolean {
  return ground !== 'journalist_request';
}

/** The locale of a mail as its template has it; English where another one is asked for. */
export function mailLocale(locale: string): TemplateLocale {
  return locale === 'nl' ? 'nl' : 'en';
}

function signatureOf(text: string, signature: string): string {
  const readable = readableText(signature);
  return readable === '' || folded(text).includes(folded(readable)) ? '' : readable;
}

function paragraph(text: string): string {
  return `<p>${escapedHtml(text).replace(/\n/g, '<br>\n')}</p>`;
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
