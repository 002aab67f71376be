import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { MAIL_PURPOSES, type MailPurpose } from '../../core/campaigns/kind.js';
import { readStarterFile, type StarterFile } from '../../core/templates/starter-file.js';
import { TEMPLATE_LOCALES, type TemplateLocale } from '../../core/templates/values.js';
import { Kinds } from '../campaign-kinds/kinds.js';

/** A starter mail that comes with the program: `key` is its file below `templates/`, without the ending. */
export interface StarterMail extends StarterFile {
  readonly key: string;
  readonly kind: string;
  readonly purpose: MailPurpose;
  readonly locale: TemplateLocale;
}

const FILE = /^([a-z0-9_]+)\.([a-z]{2})\.hbs$/;

/** The starter mails of every kind, read from their files once. A file that cannot be read as one is left out; a test tells of it. */
@Injectable()
export class StarterMails {
  private known: readonly StarterMail[] | null = null;

  constructor(private readonly kinds: Kinds) {}

  all(): readonly StarterMail[] {
    this.known ??= this.kinds.all().flatMap((kind) => this.ofKind(kind.key));
    return this.known;
  }

  one(key: string): StarterMail | null {
    return this.all().find((starter) => starter.key === key) ?? null;
  }

  private ofKind(kind: string): StarterMail[] {
    const folder = this.kinds.templatesOf(kind);
    if (!existsSync(folder)) return [];
    const files = readdirSync(folder).sort(byPurpose);
    return files.flatMap((file) => starterOf(kind, folder, file));
  }
}

function starterOf(kind: string, folder: string, file: string): StarterMail[] {
  const [, purposeName, localeName] = FILE.exec(file) ?? [];
  const purpose = MAIL_PURPOSES.find((known) => known === purposeName);
  const locale = TEMPLATE_LOCALES.find((known) => known === localeName);
  const read = readStarterFile(readFileSync(join(folder, file), 'utf8'));
  if (purpose === undefined || locale === undefined || read === null) return [];
  return [{ ...read, key: `${kind}/${purpose}.${locale}`, kind, purpose, locale }];
}

function byPurpose(one: string, other: string): number {
  const place = (file: string): number =>
    MAIL_PURPOSES.findIndex((purpose) => file.startsWith(`${purpose}.`));
  return place(one) - place(other) || one.localeCompare(other);
}
