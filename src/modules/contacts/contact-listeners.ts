import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Subject } from '../../core/events/kinds.js';
import type { RecordedEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { OwnerChangesService } from '../publishers/owner-changes.service.js';
import { ContactDraftsRepository } from './contact-drafts.repository.js';
import { ContactPartsRepository } from './contact-parts.repository.js';
import { ContactRowsRepository } from './contact-rows.repository.js';

/** What contacts do when a site changes hands: whoever worked there is former, and is asked anew. */
@Injectable()
export class ContactListeners implements OnModuleInit {
  constructor(
    private readonly parts: ContactPartsRepository,
    private readonly drafts: ContactDraftsRepository,
    private readonly rows: ContactRowsRepository,
    private readonly ownerChanges: OwnerChangesService,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.events.inTransaction('site.owner_changed', (event) => this.leave(event));
    this.events.inTransaction('site.owner_restored', (event) => this.comeBack(event));
  }

  /** Grounds hold on for those who work elsewhere, too. */
  private async leave({ params, at, subjects }: RecordedEvent): Promise<void> {
    const changeId = String(params['changeId']);
    const ended = await this.parts.endPlacesAt(String(params['siteId']), String(params['sinceOn']));
    if (ended.length === 0) return;
    const contactIds = [...new Set(ended.map(({ contactId }) => contactId))];
    const withdrawn = await this.parts.withdrawAll(await this.parts.placeless(contactIds), 'new_owner', at);
    await this.rows.writeSummaries(await this.drafts.load(contactIds), at);
    const kept = (table: string, ids: readonly string[]) =>
      ids.map((recordId) => ({ table, recordId, before: {}, after: {} }));
    await this.ownerChanges.keep(changeId, [
      ...kept(
        'contact_places',
        ended.map(({ id }) => id),
      ),
      ...kept('contact_grounds', withdrawn),
    ]);
    await this.events.record({
      kind: 'contact.place_ended',
      subjects: [...sitesOf(subjects), ...contactIds.map((id): Subject => ({ kind: 'contact', id }))],
      params: { reason: 'new_owner', changeId, contacts: contactIds.length },
    });
    if (withdrawn.length === 0) return;
    await this.events.record({
      kind: 'contact.ground_withdrawn',
      subjects: contactIds.map((id): Subject => ({ kind: 'contact', id })),
      params: { reason: 'new_owner', changeId, groundIds: withdrawn },
    });
  }

  private async comeBack({ params, at }: RecordedEvent): Promise<void> {
    const changeId = String(params['changeId']);
    const idsOf = async (table: string) =>
      (await this.ownerChanges.kept(changeId, table)).map(({ recordId }) => recordId);
    const renewed = [
      ...(await this.parts.renewPlaces(await idsOf('contact_places'))),
      ...(await this.parts.renewGrounds(await idsOf('contact_grounds'), 'new_owner')),
    ];
    await this.rows.writeSummaries(await this.drafts.load([...new Set(renewed)]), at);
  }
}

function sitesOf(subjects: readonly Subject[]): Subject[] {
  return subjects.filter(({ kind }) => kind === 'site');
}
