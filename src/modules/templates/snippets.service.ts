import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { Locale } from '../../platform/i18n/catalogue.js';
import type { NewSnippet, SnippetChange, SnippetFilter } from './snippets.dto.js';
import { SnippetsRepository } from './snippets.repository.js';
import type { SnippetEntity } from './template.entity.js';
import { TemplateChecking } from './template-checking.service.js';
import type { SnippetList, SnippetView } from './template-views.dto.js';

/** Snippets: pieces of text that templates use by a key. They belong to the whole workspace. */
@Injectable()
export class SnippetsService {
  constructor(
    private readonly database: Database,
    private readonly snippets: SnippetsRepository,
    private readonly checking: TemplateChecking,
    private readonly clock: Clock,
  ) {}

  list(who: Principal, { locale, archived }: SnippetFilter): Promise<SnippetList> {
    return this.database.inWorkspace(scopeOf(who), async () => ({
      items: await this.snippets.list(locale ?? null, archived ?? false),
    }));
  }

  /** Throws `snippet.key_taken`, or what cannot work with line and column. */
  create(who: Principal, wish: NewSnippet): Promise<SnippetView> {
    return this.add(scopeOf(who), wish, who.locale);
  }

  /** Adds a snippet like `create`, for whoever acts in this scope and reads that language. */
  add(scope: WorkspaceScope, wish: NewSnippet, reader: Locale): Promise<SnippetView> {
    return this.database.inWorkspace(scope, async () => {
      this.checking.refuseUnusableSnippet(wish.body, reader);
      const at = this.clock.now();
      const row = {
        ...wish,
        id: newId(at),
        revision: 1,
        createdBy: scope.userId ?? null,
        createdAt: at,
        updatedAt: at,
        archivedAt: null,
      };
      if (!(await this.snippets.insert(row))) throw new AppError('snippet.key_taken', { key: wish.key });
      return this.view(row.id);
    });
  }

  /** Throws `snippet.changed_meanwhile` or `snippet.archived`, or what cannot work with line and column. */
  change(who: Principal, id: string, wish: SnippetChange): Promise<SnippetView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const snippet = await this.locked(id);
      if (snippet.archivedAt !== null) throw new AppError('snippet.archived', { id });
      if (snippet.revision !== wish.revision) throw new AppError('snippet.changed_meanwhile', { id });
      this.checking.refuseUnusableSnippet(wish.body, who.locale);
      await this.snippets.update(id, {
        body: wish.body,
        revision: snippet.revision + 1,
        updatedAt: this.clock.now(),
      });
      return this.view(id);
    });
  }

  /** Throws `snippet.in_use` while a template needs it, and `snippet.key_taken` when its key has been given anew. */
  setArchived(who: Principal, id: string, isArchived: boolean): Promise<SnippetView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const snippet = await this.locked(id);
      if ((snippet.archivedAt !== null) === isArchived) return this.view(id);
      const { usedBy } = await this.view(id);
      if (isArchived && usedBy > 0) throw new AppError('snippet.in_use', { templates: usedBy });
      if (!isArchived && (await this.snippets.isKeyTaken(snippet.key, snippet.locale, id))) {
        throw new AppError('snippet.key_taken', { key: snippet.key });
      }
      const at = this.clock.now();
      await this.snippets.update(id, {
        archivedAt: isArchived ? at : null,
        revision: snippet.revision + 1,
        updatedAt: at,
      });
      return this.view(id);
    });
  }

  private async locked(id: string): Promise<SnippetEntity> {
    const snippet = await this.snippets.lock(id);
    if (snippet === null) throw new AppError('snippet.not_found', { id });
    return snippet;
  }

  private async view(id: string): Promise<SnippetView> {
    const snippet = await this.snippets.one(id);
    if (snippet === null) throw new AppError('snippet.not_found', { id });
    return snippet;
  }
}
