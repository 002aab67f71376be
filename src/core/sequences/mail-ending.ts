import { lintFrozen } from '../sending/lint-frozen.js';
import { escapedHtml } from '../templates/html-text.js';

import { readableText } from '../templates/values.js';

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

/**
 * Adds, where it belongs and nobody said it yet, the line about objecting (D265, D272), and then the signature of the mailbox. Nothing is said
 * twice.
 */
export function withEnding({ text, html }: MailText, { signature, optOut }: MailEnding): MailText {
  const signed = readableText(signature);
  const isSigned = signed === '' || text.trimEnd().endsWith(signed);
  const added = [optOut === null || saysOptOut(text) ? '' : optOut, isSigned ? '' : signed].filter(
    (part) => part !== '',
  );
  if (added.length === 0) return { text, html };
  return {
    text: `${[text.trimEnd(), ...added].join('\n\n')}\n`,
    html: `${html.trimEnd()}\n${added.map(paragraph).join('\n')}\n`,
  };
}

/** Whether a text says how to object, as the last word before sending will ask. */
export function saysOptOut(text: string): boolean {
  return lintFrozen({ subject: '', text, unsubscribeUrl: null, senderNames: [] }).hasOptOut;
}

function paragraph(text: string): string {
  return `<p>${escapedHtml(text).replace(/\n/g, '<br>\n')}</p>`;
}
