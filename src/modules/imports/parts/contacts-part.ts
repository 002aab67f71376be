import { Injectable } from '@nestjs/common';
import type { GroundFacts } from '../../../core/contacts/contact-facts.js';
import { ContactIntake } from '../../contacts/contact-intake.service.js';
import { type BatchYield, ImportPart, type ImportRun, isNews, type RowWork } from '../import-run.js';
import { personKey } from '../repeat-key.js';

/** People of the file, at the site or publisher of their row, with the ground the batch was given (D268). */
@Injectable()
export class ContactsPart extends ImportPart {
  constructor(private readonly contacts: ContactIntake) {
    super();
  }

  async take(works: readonly RowWork[], run: ImportRun, batch: BatchYield): Promise<void> {
    const wanted = works.flatMap((work) =>
      work.isOpen && work.record.contact !== undefined ? [{ work, contact: work.record.contact }] : [],
    );
    if (wanted.length === 0) return;
    const ground = groundOf(run);
    const outcomes = await this.contacts.bring(
      wanted.map(({ work, contact }) => ({
        ...contact,
        ...(work.siteId === null ? {} : { siteIds: [work.siteId] }),
        ...(work.publisherId === null ? {} : { publisherId: work.publisherId }),
        ...(ground === null ? {} : { ground }),
      })),
      { importId: run.row.id },
      run.row.options.mode,
    );
    const isMainPart = run.row.content === 'contacts';
    for (const [at, { work, contact }] of wanted.entries()) {
      const outcome = outcomes[at];
      if (outcome === undefined) continue;
      if (outcome.kind === 'refused') {
        if (isMainPart) work.skip(outcome.code);
        continue;
      }
      work.contactId = outcome.id;
      if (isMainPart) work.settle('contact', outcome.id, outcome.kind);
      else work.touch(outcome.kind);
      if (outcome.kind === 'created' && isNews(run, personKey(contact, work.siteId ?? '')))
        batch.add('contacts');
      batch.change(work.rowNo, outcome.changes);
    }
  }
}

/** The ground that was asked for the whole batch; none where the person who imports said that none is known. */
function groundOf({ row, observedAt }: ImportRun): GroundFacts | null {
  if (row.ground === null || row.ground === 'none_known') return null;
  const evidenceText = row.groundNote.trim();
  return {
    ground: row.ground,
    evidenceOn: observedAt.toISOString().slice(0, 10),
    ...(evidenceText !== '' && { evidenceText }),
  };
}
