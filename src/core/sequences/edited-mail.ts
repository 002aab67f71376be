import { htmlFromText } from '../templates/html-text.js';
import { headerText, isEmptyValue, readableText, type TemplateLocale } from '../templates/values.js';
import { saysOptOut } from './mail-ending.js';

/** A mail as a person wrote it for one pitch. */
export interface WrittenMail {
  readonly subject: string;
  readonly text: string;
  readonly locale: TemplateLocale;
}

export type EditedMail =
  | { readonly subject: string; readonly text: string; readonly html: string }
  | { readonly refused: 'enrollment.opt_out_missing' | 'enrollment.variable_in_text' };

/**
 * The mail that leaves for what a person wrote: one line of subject, readable text and HTML of it. Refused are variables nobody fills in any more,
 * and a cold mail that no longer says how to object (D265, D272).
 */
export function editedMail({ subject, text, locale }: WrittenMail, isCold: boolean): EditedMail {
  const readable = `${readableText(text)}\n`;
  if (/\{\{|\}\}/.test(`${subject}${readable}`) || isEmptyValue(subject))
    return { refused: 'enrollment.variable_in_text' };
  if (isCold && !saysOptOut(readable)) return { refused: 'enrollment.opt_out_missing' };
  return { subject: headerText(subject), text: readable, html: htmlFromText(readable, locale) };
}
