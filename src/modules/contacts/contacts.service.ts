import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { SitesService } from '../sites/sites.service.js';
import { ContactActs } from './contact-acts.service.js';
import { ContactAdding } from './contact-adding.js';
import { ContactDetails } from './contact-detail.query.js';
import { changedColumns } from './contact-facts.js';
import type { ContactListQuery } from './contact-list.dto.js';
import { ContactLists } from './contact-list.query.js';
import { ContactRowsRepository } from './contact-rows.repository.js';
import type { ContactDetail, ContactList } from './contact-views.dto.js';
import type { ContactChange, NewContact } from './contact-wish.dto.js';

/** Contacts of a workspace: people at sites and publishers. They belong to the whole workspace, to members limited to clients, too. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly database: Database,
    private readonly lists: ContactLists,
    private readonly details: ContactDetails,
    private readonly rows: ContactRowsRepository,
    private readonly acts: ContactActs,
    private readonly adding: ContactAdding,
    private readonly sites: SitesService,
    private readonly clock: Clock,
  ) {}

  list(scope: WorkspaceScope, asked: ContactListQuery): Promise<ContactList> {
    return this.database.inWorkspace(scope, async () => this.lists.page(asked, await this.sites.today()));
  }

  get(scope: WorkspaceScope, id: string): Promise<ContactDetail> {
    return this.database.inWorkspace(scope, () => this.details.get(id));
  }

  /** Throws what `ContactAdding.add` throws. */
  add(scope: WorkspaceScope, wish: NewContact): Promise<ContactDetail> {
    return this.database.inWorkspace(scope, async () => {
      const id = await this.adding.add(wish);
      return this.details.get(id, await this.details.alike(id));
    });
  }

  /** Throws `contact.changed_meanwhile` on a stale revision, `contact.nameless` when nothing would say who it is. */
  change(scope: WorkspaceScope, id: string, { revision, ...wish }: ContactChange): Promise<ContactDetail> {
    return this.acts.act(scope, id, async (contact) => {
      if (contact.revision !== revision)
        throw new AppError('contact.changed_meanwhile', { revision: contact.revision });
      const known = await this.details.get(id);
      const columns = changedColumns(wish, known);
      if (columns.name === '' && known.mainAddress === null) throw new AppError('contact.nameless');
      if (Object.keys(columns).length === 0) return null;
      await this.rows.update(id, columns);
      return { kind: 'contact.changed', params: { fields: Object.keys(wish) } };
    });
  }

  archive(scope: WorkspaceScope, id: string): Promise<ContactDetail> {
    return this.setArchived(scope, id, this.clock.now());
  }

  restore(scope: WorkspaceScope, id: string): Promise<ContactDetail> {
    return this.setArchived(scope, id, null);
  }

  private setArchived(scope: WorkspaceScope, id: string, archivedAt: Date | null): Promise<ContactDetail> {
    const work: Parameters<ContactActs['act']>[2] = async (contact) => {
      if ((contact.archivedAt === null) === (archivedAt === null)) return null;
      await this.rows.update(id, { archived_at: archivedAt });
      return { kind: archivedAt === null ? 'contact.restored' : 'contact.archived' };
    };
    return this.acts.act(scope, id, work, true);
  }
}
