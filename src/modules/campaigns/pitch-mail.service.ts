import { Injectable } from '@nestjs/common';
import { localDay } from '../../core/calendar/local-time.js';
import { fieldValues } from '../../core/campaigns/field-values.js';
import { displayHost } from '../../core/sites/site-key.js';
import { type MailFacts, pitchValues } from '../../core/templates/pitch-values.js';
import { type MailSource, renderMail } from '../../core/templates/render-mail.js';
import type { TemplateLocale, TemplateValues } from '../../core/templates/values.js';
import { Kinds } from '../../platform/campaign-kinds/kinds.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { RequestInvalid } from '../../platform/http/validation.js';
import { inWords } from '../templates/template-checking.service.js';
import { TemplatesService } from '../templates/templates.service.js';
import type { MailPreview, MailPreviewWish } from './pitch-mail.dto.js';
import { type MailContact, type MailRecord, PitchMailQuery } from './pitch-mail.query.js';

/** Who signs a mail, where that is not whoever works on the pitch. */
export interface MailSender {
  readonly name: string;
  readonly email: string;
}

/** Mails of pitches: templates filled in with what is known of one pitch. */
@Injectable()
export class PitchMailService {
  constructor(
    private readonly database: Database,
    private readonly records: PitchMailQuery,
    private readonly templates: TemplatesService,
    private readonly kinds: Kinds,
    private readonly clock: Clock,
  ) {}

  /**
   * Fills a template or a draft in, or says what is missing; `sender` signs it, else whoever works on the pitch. Throws `pitch.not_found` or
   * `template.not_found`.
   */
  preview(
    who: Principal,
    pitchId: string,
    wish: MailPreviewWish,
    sender: MailSender | null = null,
  ): Promise<MailPreview> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const found = await this.records.one(pitchId, who.memberId);
      if (found === null) throw new AppError('pitch.not_found', { id: pitchId });
      const record = sender === null ? found : { ...found, sender: { ...found.sender, ...sender } };
      const contact = contactOf(record, wish.contactId);
      const mail = await this.wanted(wish);
      const { locale } = mail;
      const snippets = await this.templates.snippetBodies(locale);
      const values = this.values(record, contact, locale);
      const rendered = renderMail(mail, { values, snippets, locale });
      const whom = { contactId: contact?.id ?? null, contactName: contact?.name ?? null };
      if (rendered.ok) {
        const { subjects, text, html } = rendered;
        return { subjects: [...subjects], text, html, missing: [], problems: [], ...whom };
      }
      const problems = inWords(rendered.problems, who.locale);
      return { subjects: [], text: null, html: null, missing: [...rendered.missing], problems, ...whom };
    });
  }

  private async wanted(wish: MailPreviewWish): Promise<MailSource & { readonly locale: TemplateLocale }> {
    if (wish.templateId !== undefined) return this.templates.existing(wish.templateId);
    if (wish.draft !== undefined) return { ...wish.draft, html: wish.draft.html ?? null };
    throw new RequestInvalid([
      { field: 'templateId', code: 'needed', message: 'templateId is needed', params: {} },
    ]);
  }

  private values(record: MailRecord, contact: MailContact | null, locale: TemplateLocale): TemplateValues {
    const today = localDay(this.clock.now().getTime(), record.timeZone);
    const values = pitchValues(factsOf(record, contact, today), locale);
    const kind = this.kinds.one(record.kind);
    const own = kind === null ? [] : fieldValues(kind, record.fields, locale);
    for (const [path, value] of own) values.set(path, value);
    return values;
  }
}

function contactOf(record: MailRecord, contactId: string | undefined): MailContact | null {
  if (contactId === undefined) return record.contacts[0] ?? null;
  const chosen = record.contacts.find((contact) => contact.id === contactId);
  if (chosen !== undefined) return chosen;
  throw new RequestInvalid([
    { field: 'contactId', code: 'unknown_contact', message: 'no such contact', params: {} },
  ]);
}

function factsOf(record: MailRecord, contact: MailContact | null, today: string): MailFacts {
  const host = record.siteKey === null ? null : displayHost(record.siteKey);
  return {
    texts: {
      ...contactTexts(contact),
      'site.name': host,
      'site.host': host,
      'brand.name': record.brandName,
      'brand.url': record.brandUrl,
      'brand.description': record.brandDescription,
      'client.name': record.clientName,
      'target.url': record.targetUrl,
      'target.title': record.targetLabel,
      ...assetTexts(record),
      ...senderTexts(record),
      'campaign.name': record.campaignName,
    },
    isFormal: contact?.formOfAddress === 'formal',
    ground: contact?.ground ?? null,
    today,
    placement: record.placement,
    order: record.order,
  };
}

function contactTexts(contact: MailContact | null): Record<string, string> {
  if (contact === null) return {};
  return {
    'contact.firstName': contact.firstName,
    'contact.lastName': contact.lastName,
    'contact.name': contact.name,
    'contact.position': contact.position,
  };
}

function assetTexts({ asset }: MailRecord): Record<string, string | null> {
  return {
    'asset.title': asset?.title ?? null,
    'asset.url': asset?.url ?? null,
    'asset.type': asset?.type ?? null,
  };
}

function senderTexts({ sender, workspaceName, postalAddress }: MailRecord): Record<string, string> {
  const team = { 'sender.company': workspaceName, 'sender.address': postalAddress };
  if (sender === null) return team;
  return {
    ...team,
    'sender.firstName': sender.name.split(' ')[0] ?? '',
    'sender.name': sender.name,
    'sender.email': sender.email,
    'sender.position': sender.position ?? '',
  };
}
