import { Injectable } from '@nestjs/common';
import { readAddress } from '../../core/clients/address.js';
import type { EventKind } from '../../core/events/kinds.js';
import { foldedText, nameKey } from '../../core/publishers/name-key.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { ConditionsRepository } from './conditions.repository.js';
import type { PublisherEntity } from './publisher.entity.js';
import { PublisherDetailQuery } from './publisher-detail.query.js';
import type { PublisherDoubles, PublisherList, PublisherListQuery } from './publisher-list.dto.js';
import { PublisherLists } from './publisher-list.query.js';
import type { MadePublisher, PublisherDetail } from './publisher-views.dto.js';
import type { NewPublisher, PublisherChange } from './publisher-wish.dto.js';
import { type PublisherColumns, PublishersRepository } from './publishers.repository.js';
import { SiteHolding } from './site-holding.js';

/** Publishers: who stands behind one or many sites. They belong to the whole workspace. */
@Injectable()
export class PublishersService {
  constructor(
    private readonly database: Database,
    private readonly publishers: PublishersRepository,
    private readonly lists: PublisherLists,
    private readonly details: PublisherDetailQuery,
    private readonly conditions: ConditionsRepository,
    private readonly holding: SiteHolding,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  list(scope: WorkspaceScope, asked: PublisherListQuery): Promise<PublisherList> {
    return this.database.inWorkspace(scope, () => this.lists.page(asked));
  }

  get(scope: WorkspaceScope, id: string): Promise<PublisherDetail> {
    return this.database.inWorkspace(scope, () => this.detail(id));
  }

  doublesOf(scope: WorkspaceScope, name: string): Promise<PublisherDoubles> {
    return this.database.inWorkspace(scope, async () => ({
      items: await this.details.doublesOf(nameKey(name), null),
    }));
  }

  /** Throws `publisher.site_owned` when one of the sites has an owner. */
  create(scope: WorkspaceScope, wish: NewPublisher): Promise<MadePublisher> {
    return this.database.inWorkspace(scope, async () => {
      const row = this.newRow(wish, scope.userId ?? null);
      await this.publishers.insert([row]);
      await this.record('publisher.added', row.id);
      await this.holding.addOwned(row.id, wish.siteAddresses ?? []);
      const warnings = await this.details.doublesOf(row.nameKey, row.id);
      return { ...(await this.detail(row.id)), warnings };
    });
  }

  /** Throws `publisher.not_found`, and `publisher.changed_meanwhile` when it was changed since that revision. */
  change(scope: WorkspaceScope, id: string, wish: PublisherChange): Promise<PublisherDetail> {
    return this.database.inWorkspace(scope, async () => {
      const publisher = await this.locked(id);
      if (publisher.revision !== wish.revision)
        throw new AppError('publisher.changed_meanwhile', { revision: publisher.revision });
      const changed = changedColumns(publisher, wish);
      const fields = Object.keys(changed);
      if (fields.length > 0) {
        await this.publishers.update(id, {
          ...changed,
          ...named({ ...publisher, ...changed }),
          revision: publisher.revision + 1,
          updatedAt: this.clock.now(),
        });
        await this.record('publisher.changed', id, { fields });
      }
      return this.detail(id);
    });
  }

  setArchived(scope: WorkspaceScope, id: string, isArchived: boolean): Promise<PublisherDetail> {
    return this.database.inWorkspace(scope, async () => {
      const publisher = await this.locked(id);
      if ((publisher.archivedAt !== null) !== isArchived) {
        const at = this.clock.now();
        await this.publishers.update(id, {
          archivedAt: isArchived ? at : null,
          revision: publisher.revision + 1,
          updatedAt: at,
        });
        await this.record(isArchived ? 'publisher.archived' : 'publisher.restored', id);
      }
      return this.detail(id);
    });
  }

  /** The publisher of this name, known by its folded name or made, within the open transaction. */
  async named(name: string): Promise<string> {
    await this.publishers.holdNames();
    const known = (await this.publishers.byNameKeys([nameKey(name)])).get(nameKey(name));
    if (known !== undefined) return known;
    const row = this.newRow({ name }, this.database.scope().userId ?? null);
    await this.publishers.insert([row]);
    await this.record('publisher.added', row.id);
    return row.id;
  }

  /** The publisher, within the open transaction. Throws `publisher.not_found`. */
  async existing(id: string): Promise<PublisherEntity> {
    const publisher = await this.publishers.find(id);
    if (publisher === null) throw new AppError('publisher.not_found', { id });
    return publisher;
  }

  /** A publisher as its page shows it, within the open transaction. */
  async detail(id: string): Promise<PublisherDetail> {
    const row = await this.lists.one(id);
    if (row === null) throw new AppError('publisher.not_found', { id });
    const { notes, updatedAt } = await this.existing(id);
    const sites = await this.details.sites(id);
    return { ...row, notes, updatedAt, sites, conditions: await this.conditions.ofPublisher(id) };
  }

  private newRow(wish: NewPublisher, createdBy: string | null) {
    const at = this.clock.now();
    const fields = {
      name: wish.name.trim(),
      kind: wish.kind ?? ('unknown' as const),
      homeUrl: wish.homeUrl === undefined ? null : webAddress(wish.homeUrl),
      country: wish.country ?? null,
      notes: wish.notes ?? '',
    };
    return {
      id: newId(at),
      ...fields,
      ...named(fields),
      importId: null,
      createdBy,
      createdAt: at,
      updatedAt: at,
    };
  }

  private async locked(id: string): Promise<PublisherEntity> {
    const publisher = await this.publishers.lock(id);
    if (publisher === null) throw new AppError('publisher.not_found', { id });
    return publisher;
  }

  private record(kind: EventKind, id: string, params: { fields?: string[] } = {}): Promise<unknown> {
    return this.events.record({ kind, subjects: [{ kind: 'publisher', id }], params });
  }
}

/** What a publisher is found by: its folded name, and the words of name and home page. */
function named({ name, homeUrl }: { name: string; homeUrl: string | null }) {
  const key = nameKey(name);
  return { nameKey: key, searchText: foldedText(`${name} ${homeUrl ?? ''}`) };
}

function webAddress(typed: string): string {
  const read = readAddress(typed);
  return read.ok ? read.url : typed;
}

function changedColumns(before: PublisherEntity, wish: PublisherChange): PublisherColumns {
  const wanted: PublisherColumns = {
    ...(wish.name === undefined ? {} : { name: wish.name.trim() }),
    ...(wish.kind === undefined ? {} : { kind: wish.kind }),
    ...(wish.homeUrl === undefined
      ? {}
      : { homeUrl: wish.homeUrl === null ? null : webAddress(wish.homeUrl) }),
    ...(wish.country === undefined ? {} : { country: wish.country }),
    ...(wish.notes === undefined ? {} : { notes: wish.notes }),
  };
  return Object.fromEntries(
    Object.entries(wanted).filter(([column, value]) => before[column as keyof PublisherEntity] !== value),
  );
}
