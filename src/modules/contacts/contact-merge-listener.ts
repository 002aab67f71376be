import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RecordedEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { ContactDraftsRepository } from './contact-drafts.repository.js';
import { ContactRowsRepository } from './contact-rows.repository.js';

/** What lists and searches need of contacts is made anew when two of them are merged, or parted again. */
@Injectable()
export class ContactMergeListener implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly drafts: ContactDraftsRepository,
    private readonly rows: ContactRowsRepository,
  ) {}

  onModuleInit(): void {
    this.events.inTransaction('records.merged', (event) => this.refresh(event));
    this.events.inTransaction('records.unmerged', (event) => this.refresh(event));
  }

  private async refresh({ subjects, at }: RecordedEvent): Promise<void> {
    const ids = subjects.filter(({ kind }) => kind === 'contact').map(({ id }) => id);
    await this.rows.writeSummaries(await this.drafts.load(ids), at);
  }
}
