import { Injectable } from '@nestjs/common';
import type { EventKind } from '../../core/events/kinds.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { ContactDetails } from './contact-detail.query.js';
import { ContactDraftsRepository } from './contact-drafts.repository.js';
import { type ContactHead, ContactRowsRepository } from './contact-rows.repository.js';
import type { ContactDetail } from './contact-views.dto.js';

/** What an act did, for the record; null when there was nothing to do. */
export type Deed = { readonly kind: EventKind; readonly params?: Readonly<Record<string, unknown>> } | null;

/** The frame of every act on one contact: its row is locked, what lists show is written anew, and the deed is recorded. */
@Injectable()
export class ContactActs {
  constructor(
    private readonly database: Database,
    private readonly rows: ContactRowsRepository,
    private readonly drafts: ContactDraftsRepository,
    private readonly details: ContactDetails,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `contact.not_found`, `contact.erased`, and `contact.archived` unless the act is made for archived ones. */
  act(
    scope: WorkspaceScope,
    id: string,
    work: (contact: ContactHead, at: Date) => Promise<Deed>,
    archivedToo = false,
  ): Promise<ContactDetail> {
    return this.database.inWorkspace(scope, async () => {
      const contact = await this.rows.lock(id);
      if (contact === null) throw new AppError('contact.not_found', { id });
      if (contact.erasedAt !== null) throw new AppError('contact.erased');
      if (contact.archivedAt !== null && !archivedToo) throw new AppError('contact.archived');
      const at = this.clock.now();
      const subjects = await this.rows.subjects(id);
      const deed = await work(contact, at);
      if (deed !== null) {
        await this.rows.writeSummaries(await this.drafts.load([id]), at);
        const all = [...subjects, ...(await this.rows.subjects(id))];
        await this.events.record({ kind: deed.kind, subjects: unique(all), params: deed.params ?? {} });
      }
      return this.details.get(id);
    });
  }
}

function unique<Item extends { kind: string; id: string }>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [`${item.kind} ${item.id}`, item])).values()];
}
