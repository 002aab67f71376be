import { Injectable } from '@nestjs/common';
import type { EventKind } from '../../core/events/kinds.js';
import type { MailSource } from '../../core/templates/render-mail.js';
import type { TemplateLocale } from '../../core/templates/values.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { Locale } from '../../platform/i18n/catalogue.js';
import { SnippetsRepository } from './snippets.repository.js';
import type { TemplateEntity } from './template.entity.js';
import { TemplateChecking } from './template-checking.service.js';
import type {
  TemplateDetail,
  TemplateFindings,
  TemplateList,
  TemplateVersionList,
} from './template-views.dto.js';
import { TemplateWishes, type WishedTemplate } from './template-wishes.js';
import type {
  NewTemplate,
  NewTemplateVersion,
  TemplateChange,
  TemplateDraft,
  TemplateFilter,
} from './templates.dto.js';
import { MOST_TEMPLATES, type ReadTemplateRow, TemplatesRepository } from './templates.repository.js';

/** Templates: every save is a version, and nothing that was saved is lost. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplatesRepository,
    private readonly snippets: SnippetsRepository,
    private readonly checking: TemplateChecking,
    private readonly wishes: TemplateWishes,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  list(who: Principal, filter: TemplateFilter): Promise<TemplateList> {
    return this.database.inWorkspace(scopeOf(who), async () => ({
      items: (await this.templates.list(filter)).map(withoutWords),
    }));
  }

  get(who: Principal, id: string): Promise<TemplateDetail> {
    return this.database.inWorkspace(scopeOf(who), () => this.detail(id, who.locale));
  }

  versions(who: Principal, id: string): Promise<TemplateVersionList> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      await this.existing(id);
      return { items: await this.templates.versions(id) };
    });
  }

  lint(who: Principal, draft: TemplateDraft): Promise<TemplateFindings> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const as = {
        ...draft,
        kind: draft.kind ?? null,
        formOfAddress: draft.formOfAddress ?? ('none' as const),
      };
      return (await this.checking.check(mailOf(draft), as, who.locale)).findings;
    });
  }

  /** Throws `template.name_taken`, `template.too_many`, and what the wish itself is refused for. */
  create(who: Principal, wish: NewTemplate): Promise<TemplateDetail> {
    return this.add(scopeOf(who), wish, who.locale);
  }

  /** Adds a template like `create`, for whoever acts in this scope and reads that language. */
  add(scope: WorkspaceScope, wish: NewTemplate, reader: Locale): Promise<TemplateDetail> {
    return this.database.inWorkspace(scope, async () => {
      const wished = await this.wishes.read(wish, scope);
      const names = await this.checking.refuseUnusable(wished, wished, reader);
      if ((await this.templates.count()) >= MOST_TEMPLATES)
        throw new AppError('template.too_many', { most: MOST_TEMPLATES });
      const id = await this.insert(wished);
      await this.addVersion({ ...wished, id, versionNo: 0 }, { mail: wished, names, note: '' });
      await this.record('template.added', { id, clientId: wished.clientId });
      return this.detail(id, reader);
    });
  }

  /** Throws `template.changed_meanwhile`, `template.archived` or `template.name_taken`. */
  change(who: Principal, id: string, wish: TemplateChange): Promise<TemplateDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const template = await this.open(id, wish.revision);
      const { revision: _, ...wanted } = wish;
      const changed = { ...wanted, ...(wanted.name === undefined ? {} : { name: wanted.name.trim() }) };
      const fields = Object.entries(changed)
        .filter(([field, value]) => template[field as keyof TemplateEntity] !== value)
        .map(([field]) => field);
      if (fields.length > 0) {
        if (await this.templates.isNameTaken({ ...template, ...changed }))
          throw new AppError('template.name_taken');
        await this.templates.update(id, {
          ...changed,
          revision: template.revision + 1,
          updatedAt: this.clock.now(),
        });
        await this.record('template.changed', template, { fields });
      }
      return this.detail(id, who.locale);
    });
  }

  /** Saves words as a new version. Throws what cannot work with line and column. */
  save(who: Principal, id: string, wish: NewTemplateVersion): Promise<TemplateDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const template = await this.open(id, wish.revision);
      const mail = mailOf(wish);
      const names = await this.checking.refuseUnusable(mail, template, who.locale);
      await this.addVersion(template, { mail, names, note: wish.note ?? '' });
      await this.record('template.changed', template, { no: template.versionNo + 1 });
      return this.detail(id, who.locale);
    });
  }

  /** Makes an earlier version the present one, as a version of its own: what stood between is not lost. */
  restoreVersion(who: Principal, id: string, versionId: string): Promise<TemplateDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const template = await this.open(id, null);
      const version = await this.templates.version(id, versionId);
      if (version === null) throw new AppError('template.version_not_found', { id: versionId });
      const names = await this.checking.refuseUnusable(version, template, who.locale);
      await this.addVersion(template, { mail: version, names, note: `#${version.no}` });
      await this.record('template.changed', template, { no: template.versionNo + 1 });
      return this.detail(id, who.locale);
    });
  }

  setArchived(who: Principal, id: string, isArchived: boolean): Promise<TemplateDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const template = await this.locked(id);
      if ((template.archivedAt !== null) !== isArchived) {
        if (!isArchived && (await this.templates.isNameTaken(template)))
          throw new AppError('template.name_taken');
        const at = this.clock.now();
        await this.templates.update(id, {
          archivedAt: isArchived ? at : null,
          revision: template.revision + 1,
          updatedAt: at,
        });
        await this.record(isArchived ? 'template.archived' : 'template.restored', template);
      }
      return this.detail(id, who.locale);
    });
  }

  /** A template with its words, within the open transaction. Throws `template.not_found`. */
  async existing(id: string): Promise<ReadTemplateRow> {
    const row = await this.templates.one(id);
    if (row === null) throw new AppError('template.not_found', { id });
    return row;
  }

  /** The text of every snippet of a language by its key, within the open transaction. */
  snippetBodies(locale: TemplateLocale): Promise<ReadonlyMap<string, string>> {
    return this.snippets.bodies(locale);
  }

  private async detail(id: string, reader: Locale): Promise<TemplateDetail> {
    const row = await this.existing(id);
    const { findings } = await this.checking.check(row, row, reader);
    return { ...row, findings, variables: row.variables.filter((name) => !name.startsWith('snippet:')) };
  }

  private async insert(wished: WishedTemplate): Promise<string> {
    const at = this.clock.now();
    const { subjects: _, body: __, html: ___, ...fields } = wished;
    const row = {
      ...fields,
      id: newId(at),
      versionNo: 0,
      revision: 0,
      createdBy: this.database.scope().userId ?? null,
      createdAt: at,
      updatedAt: at,
      archivedAt: null,
    };
    if (!(await this.templates.insert(row))) throw new AppError('template.name_taken');
    return row.id;
  }

  private async addVersion(
    template: Pick<TemplateEntity, 'id' | 'clientId' | 'versionNo'> & { readonly revision?: number },
    {
      mail,
      names,
      note,
    }: { readonly mail: MailSource; readonly names: readonly string[]; readonly note: string },
  ): Promise<void> {
    const at = this.clock.now();
    const no = template.versionNo + 1;
    await this.templates.addVersion({
      id: newId(at),
      clientId: template.clientId,
      templateId: template.id,
      no,
      subjects: [...mail.subjects],
      body: mail.body,
      html: mail.html,
      variables: [...names],
      note,
      createdBy: this.database.scope().userId ?? null,
      createdAt: at,
    });
    await this.templates.update(template.id, {
      versionNo: no,
      revision: (template.revision ?? 0) + 1,
      updatedAt: at,
    });
  }

  private async open(id: string, revision: number | null): Promise<TemplateEntity> {
    const template = await this.locked(id);
    if (template.archivedAt !== null) throw new AppError('template.archived', { id });
    if (revision !== null && template.revision !== revision)
      throw new AppError('template.changed_meanwhile', { id });
    return template;
  }

  private async locked(id: string): Promise<TemplateEntity> {
    const template = await this.templates.lock(id);
    if (template === null) throw new AppError('template.not_found', { id });
    return template;
  }

  private record(
    kind: EventKind,
    template: { readonly id: string; readonly clientId: string | null },
    params: { fields?: string[]; no?: number } = {},
  ): Promise<unknown> {
    const { id, clientId } = template;
    return this.events.record({
      kind,
      ...(clientId === null ? {} : { clientId }),
      subjects: [{ kind: 'template', id }],
      params,
    });
  }
}

function mailOf(content: { subjects: string[]; body: string; html?: string | null }): MailSource {
  const html = content.html ?? null;
  return { subjects: content.subjects, body: content.body, html: html?.trim() === '' ? null : html };
}

function withoutWords({ subjects: _, body: __, html: ___, variables: ____, ...row }: ReadTemplateRow) {
  return row;
}
