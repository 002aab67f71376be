import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import Handlebars from 'handlebars';
import { fromRoot } from '../paths.js';

export const SYSTEM_MAILS = ['digest', 'invitation', 'test'] as const;
/** A mail the program writes of itself; its texts stand in `templates/system/<locale>/`. */
export type SystemMailKind = (typeof SYSTEM_MAILS)[number];

type Part = 'subject' | 'txt' | 'html';

export interface FilledMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Fills the program's own mail templates. They are ours, not a user's: plain Handlebars, strict about missing values. */
@Injectable()
export class MailTemplates {
  private readonly compiled = new Map<string, Handlebars.TemplateDelegate>();

  /** The three parts of a mail. Throws when the template names a value that is not given. */
  fill(kind: SystemMailKind, locale: 'en' | 'nl', values: object): FilledMail {
    const part = (name: Part): string => this.template(kind, locale, name)(values);
    return { subject: part('subject').trim(), text: part('txt'), html: part('html') };
  }

  private template(kind: SystemMailKind, locale: string, part: Part): Handlebars.TemplateDelegate {
    const file = fromRoot('templates', 'system', locale, `${kind}.${part}.hbs`);
    const known = this.compiled.get(file);
    if (known !== undefined) return known;
    const template = Handlebars.compile(readFileSync(file, 'utf8'), {
      strict: true,
      noEscape: part !== 'html',
    });
    this.compiled.set(file, template);
    return template;
  }
}
