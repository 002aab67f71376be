import { Injectable } from '@nestjs/common';
import type { MailSource } from '../../core/templates/render-mail.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { RequestInvalid } from '../../platform/http/validation.js';
import { StarterMails } from '../../platform/mail/starter-mails.js';
import { ClientsService } from '../clients/clients.service.js';
import type { TemplateEntity } from './template.entity.js';
import type { NewTemplate } from './templates.dto.js';

/** A template to be made, complete. */
export type WishedTemplate = Pick<
  TemplateEntity,
  'name' | 'clientId' | 'kind' | 'purpose' | 'locale' | 'formOfAddress' | 'starter'
> &
  MailSource;

/** Reads what is wished for into a whole template: written by a person, or copied from a starter. */
@Injectable()
export class TemplateWishes {
  constructor(
    private readonly starters: StarterMails,
    private readonly clients: ClientsService,
  ) {}

  /** Throws `template.starter_unknown`, `client.not_found`, or `request.invalid` for what is missing. */
  async read(wish: NewTemplate, scope: WorkspaceScope): Promise<WishedTemplate> {
    const clientId = wish.clientId ?? null;
    if (clientId !== null) await this.clients.get(scope, clientId);
    return wish.starter === undefined ? written(wish, clientId) : this.copied(wish.starter, wish, clientId);
  }

  private copied(key: string, wish: NewTemplate, clientId: string | null): WishedTemplate {
    const starter = this.starters.one(key);
    if (starter === null) throw new AppError('template.starter_unknown', { key });
    const { kind, purpose, locale, subjects, body } = starter;
    const name = wish.name?.trim() ?? (starter.name === '' ? `${kind} ${purpose}` : starter.name);
    return {
      name,
      clientId,
      kind,
      purpose,
      locale,
      formOfAddress: 'none',
      starter: key,
      subjects,
      body,
      html: null,
    };
  }
}

type Written = Required<Pick<NewTemplate, 'name' | 'purpose' | 'locale' | 'subjects' | 'body'>>;
const NEEDED = ['name', 'purpose', 'locale', 'subjects', 'body'] as const;

function written(wish: NewTemplate, clientId: string | null): WishedTemplate {
  if (!isWhole(wish)) {
    const absent = NEEDED.filter((field) => wish[field] === undefined);
    throw new RequestInvalid(
      absent.map((field) => ({ field, code: 'needed', message: `${field} is needed`, params: {} })),
    );
  }
  const { purpose, locale, subjects, body, kind = null, formOfAddress = 'none', html = null } = wish;
  const part = html?.trim() === '' ? null : html;
  const name = wish.name.trim();
  return { name, clientId, kind, purpose, locale, formOfAddress, starter: null, subjects, body, html: part };
}

function isWhole(wish: NewTemplate): wish is NewTemplate & Written {
  return NEEDED.every((field) => wish[field] !== undefined);
}
