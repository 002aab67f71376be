import { Injectable } from '@nestjs/common';
import { type Correspondence, isTwoWay } from '../../core/inbox/mail-history.js';
import { Clock } from '../../platform/clock/clock.js';
import { Events } from '../../platform/events/events.js';
import { ContactMailNews } from '../contacts/contact-mail-news.service.js';
import { type TouchFact, TouchIntake } from '../prospects/touch-intake.service.js';
import { HistoryRows } from './history-rows.repository.js';
import { MailSurroundings } from './mail-surroundings.query.js';

/** Writes down what earlier mail says, in the open transaction: all of it at once, or nothing. */
@Injectable()
export class HistoryKeeping {
  constructor(
    private readonly rows: HistoryRows,
    private readonly surroundings: MailSurroundings,
    private readonly touches: TouchIntake,
    private readonly people: ContactMailNews,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** The last word each way of every address at a known site is a touch; that somebody wrote both ways is offered as a ground for mailing, and recorded by nobody but a person. */
  async keep(mailboxId: string, all: readonly Correspondence[]): Promise<void> {
    const sites = await this.rows.sites([...new Set(all.map(({ siteKey }) => siteKey))]);
    const ours = all.flatMap((one) => {
      const siteId = sites.get(one.siteKey);
      return siteId === undefined ? [] : [{ ...one, siteId }];
    });
    if (!(await this.rows.end(mailboxId, { state: 'done', found: ours.length, at: this.clock.now() })))
      return;
    const twoWay = new Set<string>();
    for (const one of ours) {
      const contactId = await this.surroundings.contactOf(one.addressKey);
      await this.touches.bring(touchesOf(one, contactId), { importId: null });
      if (contactId === null || !isTwoWay(one)) continue;
      twoWay.add(contactId);
      await this.people.noteCorrespondence(contactId, { lastMailAt: lastMailOf(one), mailboxId });
    }
    await this.events.record({
      kind: 'mailbox.history_read',
      subjects: [
        { kind: 'mailbox', id: mailboxId },
        ...[...twoWay].slice(0, 500).map((id) => ({ kind: 'contact' as const, id })),
      ],
      params: { found: ours.length, proposedGround: 'ongoing_correspondence', contacts: twoWay.size },
    });
  }
}

function lastMailOf({ lastInMs, lastOutMs }: Correspondence): Date {
  return new Date(Math.max(lastInMs ?? 0, lastOutMs ?? 0));
}

function touchesOf(
  { lastInMs, lastOutMs, siteId }: Correspondence & { readonly siteId: string },
  contactId: string | null,
): TouchFact[] {
  const one = (direction: 'in' | 'out', ms: number | null): TouchFact[] =>
    ms === null
      ? []
      : [
          {
            siteId,
            at: new Date(ms),
            kind: 'mail',
            direction,
            contactId,
            result: direction === 'in' ? 'answered' : 'unknown',
          },
        ];
  return [...one('in', lastInMs), ...one('out', lastOutMs)];
}
