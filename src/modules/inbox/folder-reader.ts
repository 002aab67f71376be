import { Injectable } from '@nestjs/common';
import type { ImapFlow, MailboxObject } from 'imapflow';
import type { ChosenFolder } from '../../core/inbox/folder-choice.js';
import {
  type FolderStep,
  folderStep,
  type KeptFolder,
  type SeenFolder,
  uidsAfter,
} from '../../core/inbox/folder-watermark.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { withinBounds } from '../../platform/mail/imap-bounds.js';
import { MailboxesService } from '../mailboxes/mailboxes.service.js';
import { found } from './folder-refused.js';
import { FolderRows } from './folder-rows.repository.js';
import { OneMail, type ReadMailbox } from './one-mail.js';

const RESCAN_MS = 30 * 86_400_000;
/** A folder's mails in one round; the rest comes in the next. */
const MOST_IN_A_ROUND = 5_000;
/** The first reading of a folder on a server that tells no next number looks at no more than this. */
const MOST_AT_FIRST = 200;

/** Why a mailbox is not read any more until somebody looks. */
export class ReadingGivenUp extends Error {}

/** Reads one folder from its watermark on. Nothing in it is marked: it is opened read-only (EXAMINE). */
@Injectable()
export class FolderReader {
  constructor(
    private readonly database: Database,
    private readonly folders: FolderRows,
    private readonly mails: OneMail,
    private readonly mailboxes: MailboxesService,
    private readonly clock: Clock,
  ) {}

  /** Answers what the server said of the folder when it was opened. Throws what the session throws, and `ReadingGivenUp` when the numbering of the folder changes without end. */
  async read(
    session: ImapFlow,
    mailbox: ReadMailbox,
    folder: ChosenFolder,
    stop: AbortSignal,
  ): Promise<SeenFolder> {
    const { scope, mailboxId, limits } = mailbox;
    const from = this.clock.now();
    const box = await withinBounds(session, limits.look, () =>
      session.mailboxOpen(folder.path, { readOnly: true }),
    );
    const kept = await this.database.inWorkspace(scope, () => this.folders.find(mailboxId, folder.path));
    const seen = seenOf(box);
    const step = folderStep(kept, seen, from.getTime());
    if (step.step === 'give_up') return this.giveUp(mailbox, folder, step.resets);
    const uids = await withinBounds(session, limits.look, () => this.find(session, box, step, from));
    await this.begin(mailbox, { ...folder, kept }, step, { ...seen, first: uids[0] });
    for (const uid of uids.slice(0, MOST_IN_A_ROUND)) {
      stop.throwIfAborted();
      const place = { mailboxId, folder: folder.path, uidValidity: seen.uidValidity, uid };
      await this.mails.read(session, mailbox, { place, use: folder.use });
    }
    if (uids.length > MOST_IN_A_ROUND) return seen;
    const until = this.clock.now();
    await this.database.inWorkspace(scope, () => this.folders.polled(mailboxId, folder.path, from, until));
    return seen;
  }

  private async find(
    session: ImapFlow,
    box: MailboxObject,
    step: Exclude<FolderStep, { step: 'give_up' }>,
    now: Date,
  ): Promise<number[]> {
    if (box.exists === 0) return [];
    if (step.step === 'start_over') {
      const since = new Date(now.getTime() - RESCAN_MS);
      return uidsAfter(found(await session.search({ since }, { uid: true })), 0);
    }
    if (box.uidNext > 0 && box.uidNext <= step.after + 1) return [];
    const uids = found(await session.search({ uid: `${step.after + 1}:*` }, { uid: true }));
    return uidsAfter(uids, step.after).slice(step.step === 'begin' ? -MOST_AT_FIRST : 0);
  }

  /** Before anything is read by a new numbering, where it starts is written down: a reader that is killed goes on from there. */
  private async begin(
    { scope, mailboxId }: ReadMailbox,
    { path, use, kept }: ChosenFolder & { readonly kept: KeptFolder | null },
    step: Exclude<FolderStep, { step: 'give_up' }>,
    seen: { uidValidity: bigint; uidNext: number; first: number | undefined },
  ): Promise<void> {
    if (step.step === 'go_on') return;
    const lastUid = Math.max(0, (seen.first ?? seen.uidNext) - 1);
    const { generation, resets } = step.step === 'begin' ? { generation: 1, resets: [] } : step;
    const start = { mailboxId, path, use, uidValidity: seen.uidValidity, lastUid, generation, resets };
    await this.database.inWorkspace(scope, async () => {
      if (kept?.uidValidity === seen.uidValidity) await this.folders.retirePlaces(start);
      await this.folders.start(start);
    });
  }

  private async giveUp(
    { scope, mailboxId }: ReadMailbox,
    { path, use }: ChosenFolder,
    resets: readonly number[],
  ): Promise<never> {
    await this.database.inWorkspace(scope, async () => {
      const kept = await this.folders.find(mailboxId, path);
      if (kept !== null) await this.folders.start({ ...kept, mailboxId, path, use, resets });
      await this.folders.failed(mailboxId, path, 'uid_validity_unstable');
      await this.mailboxes.pause(mailboxId, 'uid_validity_unstable', { folder: path });
    });
    throw new ReadingGivenUp('uid_validity_unstable');
  }
}

/** What a server leaves out or garbles is 0. */
export function seenOf({ uidValidity, uidNext }: Partial<MailboxObject>): SeenFolder {
  return {
    uidValidity: typeof uidValidity === 'bigint' ? uidValidity : 0n,
    uidNext: Number.isSafeInteger(uidNext) ? (uidNext ?? 0) : 0,
  };
}
