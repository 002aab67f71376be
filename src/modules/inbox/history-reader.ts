import { Injectable } from '@nestjs/common';
import type { FetchMessageObject, ImapFlow } from 'imapflow';
import type { ChosenFolder } from '../../core/inbox/folder-choice.js';
import { type Correspondence, remembered } from '../../core/inbox/mail-history.js';
import { siteKey } from '../../core/sites/site-key.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { withinBounds } from '../../platform/mail/imap-bounds.js';
import { MailServerError } from '../../platform/mail/smtp-settings.js';
import { addressKey } from './clean-mail.js';
import { HistoryKeeping } from './history-keeping.js';
import { HistoryRows } from './history-rows.repository.js';
import type { NamedMailbox } from './mailbox-leases.repository.js';
import type { OpenMailbox } from './open-mailbox.js';

const MONTHS = 24;
const CHUNK = 250;
/** Of a mailbox larger than this the newest are read. */
const MOST = 100_000;
const MOST_PEOPLE = 200_000;

/** Reads who wrote whom and when over the last 24 months, where somebody has allowed it: headers alone, known sites alone. */
@Injectable()
export class HistoryReader {
  constructor(
    private readonly database: Database,
    private readonly rows: HistoryRows,
    private readonly keeping: HistoryKeeping,
    private readonly clock: Clock,
  ) {}

  /** Does nothing unless it is wanted. What breaks off is begun anew the next time: it is written down as one. */
  async read(open: OpenMailbox, named: NamedMailbox, own: ReadonlySet<string>): Promise<void> {
    const scope = { workspaceId: named.workspaceId };
    const inside = <Answer>(work: () => Promise<Answer>) => this.database.inWorkspace(scope, work);
    if (!(await inside(() => this.rows.isWanted(named.mailboxId)))) return;
    const known = new Map<string, Correspondence>();
    let read = 0;
    for (const folder of open.folders.filter(({ use }) => use !== 'junk')) {
      for await (const mails of this.chunks(open, folder)) {
        if (known.size < MOST_PEOPLE) for (const mail of mails) note(known, mail, own);
        read += mails.length;
        await inside(() => this.rows.progress(named.mailboxId, read));
      }
    }
    await inside(() => this.keeping.keep(named.mailboxId, [...known.values()]));
  }

  private async *chunks(open: OpenMailbox, folder: ChosenFolder): AsyncGenerator<FetchMessageObject[]> {
    const { session, limits } = open;
    const uids = await withinBounds(session, limits.look, () => this.find(session, folder));
    for (let start = 0; start < uids.length; start += CHUNK) {
      const range = uids.slice(start, start + CHUNK).join(',');
      yield await withinBounds(session, limits.fetch, () => envelopes(session, range));
    }
  }

  /** A folder the server will not search is left out; that it could not be read stands on it already. */
  private async find(session: ImapFlow, { path }: ChosenFolder): Promise<number[]> {
    const box = await session.mailboxOpen(path, { readOnly: true });
    if (box.exists === 0) return [];
    const since = new Date(this.clock.now());
    since.setUTCMonth(since.getUTCMonth() - MONTHS);
    const found = await session.search({ since }, { uid: true });
    if (!session.usable) throw new MailServerError('closed', 'folders');
    return found === false || found === undefined ? [] : found.slice(-MOST);
  }
}

/** Headers alone, no more of them than were asked for. */
async function envelopes(session: ImapFlow, range: string): Promise<FetchMessageObject[]> {
  const mails: FetchMessageObject[] = [];
  for await (const mail of session.fetch(range, { uid: true, envelope: true }, { uid: true }))
    if (mails.length < CHUNK) mails.push(mail);
  return mails;
}

/** Keeps of a header who the other side was and when; sites are told apart later. */
function note(
  known: Map<string, Correspondence>,
  { envelope }: FetchMessageObject,
  own: ReadonlySet<string>,
): void {
  if (envelope === undefined) return;
  const atMs = new Date(envelope.date ?? Number.NaN).getTime();
  if (Number.isNaN(atMs)) return;
  const from = keysOf(envelope.from);
  const isOut = from.some((key) => own.has(key));
  const others = isOut ? keysOf([...(envelope.to ?? []), ...(envelope.cc ?? [])]) : from;
  for (const key of others.filter((one) => !own.has(one)).slice(0, 50)) {
    const site = siteKey(key.slice(key.lastIndexOf('@') + 1));
    const direction = isOut ? 'out' : 'in';
    if (site !== null) known.set(key, remembered(known, { direction, addressKey: key, siteKey: site, atMs }));
  }
}

function keysOf(people: readonly { address?: string | undefined }[] | undefined): string[] {
  return (people ?? []).flatMap(({ address }) => addressKey(address ?? '') || []);
}
