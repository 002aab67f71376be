import { Injectable } from '@nestjs/common';
import { tagKey } from '../../core/prospects/prospect-facts.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { isUniqueViolation } from '../../platform/database/violations.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { NewTag, TagKind, TagList, TagView } from './tags.dto.js';
import { TagsRepository } from './tags.repository.js';

/** The words a team marks prospects with: tags and topics. */
@Injectable()
export class TagsService {
  constructor(
    private readonly database: Database,
    private readonly tags: TagsRepository,
    private readonly clock: Clock,
  ) {}

  list(scope: WorkspaceScope, kind?: TagKind): Promise<TagList> {
    return this.database.inWorkspace(scope, async () => ({ items: await this.tags.list(kind ?? null) }));
  }

  /** Answers the tag of that name, made now or there before. */
  add(scope: WorkspaceScope, { kind, name }: NewTag): Promise<TagView> {
    return this.database.inWorkspace(scope, async () => {
      const ids = await this.tags.named(kind, [name], { importId: null, at: this.clock.now() });
      return this.view(ids.get(tagKey(name)) ?? '');
    });
  }

  /** Throws `tag.not_found`, or `tag.exists` where another tag of the kind has the name. */
  async rename(scope: WorkspaceScope, id: string, name: string): Promise<TagView> {
    try {
      return await this.database.inWorkspace(scope, async () => {
        if (!(await this.tags.rename(id, name))) throw new AppError('tag.not_found', { id });
        return this.view(id);
      });
    } catch (error) {
      throw isUniqueViolation(error, 'tags_name') ? new AppError('tag.exists') : error;
    }
  }

  remove(scope: WorkspaceScope, id: string): Promise<void> {
    return this.database.inWorkspace(scope, async () => {
      if (!(await this.tags.remove(id))) throw new AppError('tag.not_found', { id });
    });
  }

  private async view(id: string): Promise<TagView> {
    const [tag] = await this.tags.list(null, id);
    if (tag === undefined) throw new AppError('tag.not_found', { id });
    return tag;
  }
}
