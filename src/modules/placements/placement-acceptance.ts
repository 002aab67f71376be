import { Injectable } from '@nestjs/common';
import { type AcceptableFinding, acceptAsItIs } from '../../core/placements/accept-as-it-is.js';
import { writeTerms } from '../../core/placements/written-terms.js';
import { rememberAccepted } from '../../core/verifier/memory.js';
import type { Finding } from '../../core/verifier/verdict.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import type { Locale } from '../../platform/i18n/catalogue.js';
import { acceptedNote } from '../../platform/i18n/placement-texts.js';
import type { PlacementEntity } from './placement.entity.js';
import { touched } from './placement-columns.js';
import { PlacementDetails } from './placement-detail.query.js';
import { placementEvent } from './placement-events.js';
import { termColumns, writtenTermsOf } from './placement-facts.js';
import { PlacementLists } from './placement-list.query.js';
import { PlacementsRepository } from './placements.repository.js';
import { memoryColumns, readMemory } from './stored-memory.js';
import { TermSourcesRepository } from './term-sources.repository.js';

/** Findings that say a rule is broken stay; those about terms are settled by accepting. */
const RULES: readonly string[] = [
  'compensated_unlabelled',
  'hidden_suspected',
  'in_noscript',
  'target_failing',
];

/** "Accept as it is": what the last sight showed is written down as agreed, within the open transaction. */
@Injectable()
export class PlacementAcceptance {
  constructor(
    private readonly database: Database,
    private readonly placements: PlacementsRepository,
    private readonly details: PlacementDetails,
    private readonly lists: PlacementLists,
    private readonly sources: TermSourcesRepository,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async accept(row: PlacementEntity, wish: { note?: string | undefined; locale: Locale }): Promise<void> {
    const sight = await this.details.lastSight(row.id);
    if (sight === null) throw new AppError('placement.never_checked', { id: row.id });
    const wished = acceptAsItIs(sight.seen, differing(sight.findings));
    const written = wished === null ? null : writeTerms(writtenTermsOf(row), wished, row);
    if (written === null || !written.ok || written.changed.length === 0) {
      throw new AppError('placement.nothing_to_accept', { id: row.id });
    }
    const now = this.clock.now();
    const memory = rememberAccepted(
      readMemory({ ...row, memory: row.memory as Record<string, unknown> }),
      now.getTime(),
    );
    await this.placements.update(row.id, {
      ...termColumns(written.terms),
      ...memoryColumns(memory),
      ...touched(row, now),
      findingCodes: row.findingCodes.filter((code) => RULES.includes(code)),
      unmetTerms: 0,
    });
    await this.keepSource(row, [...written.changed], wish);
    await this.events.record(
      placementEvent('placement.accepted', row, { terms: written.changed, from: row.state }),
    );
  }

  private async keepSource(
    row: PlacementEntity,
    terms: string[],
    { note, locale }: { note?: string | undefined; locale: Locale },
  ): Promise<void> {
    const { today } = await this.lists.moments();
    const text = note?.trim() ?? '';
    await this.sources.insert([
      {
        id: newId(),
        clientId: row.clientId,
        placementId: row.id,
        terms,
        kind: 'note',
        reference: text === '' ? acceptedNote(locale) : text,
        agreedOn: today,
        documentSha256: null,
        documentName: null,
        recordedBy: this.database.scope().userId ?? null,
        recordedAt: this.clock.now(),
      },
    ]);
  }
}

function differing(findings: readonly Finding[]): AcceptableFinding[] {
  return findings.filter((finding) => finding.severity !== 'info');
}
