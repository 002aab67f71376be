import { Injectable } from '@nestjs/common';
import { afterCopyLook, isCopyAwaited } from '../../core/sending/doubt.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { SentFolder } from '../../platform/mail/sent-folder.js';
import { ClaimsRepository } from './claims.repository.js';
import { DoubtsRepository } from './doubts.repository.js';
import type { OutboundRow } from './outbound-row.js';
import { SenderLock } from './sender-lock.js';
import { SendingTimes } from './sending-times.js';
import { type MailboxLook, SentLooks } from './sent-looks.js';

/** Learns which servers keep copies of what was sent, and keeps them where they do not. */
@Injectable()
export class SentCopies {
  constructor(
    private readonly database: Database,
    private readonly doubts: DoubtsRepository,
    private readonly claims: ClaimsRepository,
    private readonly looks: SentLooks,
    private readonly lock: SenderLock,
    private readonly times: SendingTimes,
    private readonly clock: Clock,
  ) {}

  /** One round over what was surely sent a while ago. */
  async round(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - this.times.copyMs);
    // Two senders that look at once would both find nothing, and both put a copy there.
    for (const look of this.looks.grouped(await this.doubts.copiesDue(before)))
      await this.lock.alone(`copies of ${look.mailboxId}`, () => this.lookFor(look));
  }

  private async lookFor(look: MailboxLook): Promise<void> {
    const named = await this.within(look, () => this.claims.many(look.ids));
    const rows = named.filter(({ lookedAt }) => lookedAt === null);
    if (rows.length === 0) return;
    const found = await this.looks.within(look, async (folder) => {
      const present = await folder.find(rows.map((row) => row.messageId));
      for (const row of rows) await this.learn(look, row, present.has(row.messageId), folder);
      return present;
    });
    if (found === null) await this.giveUpOld(look, rows);
  }

  private async learn(
    look: MailboxLook,
    row: OutboundRow,
    isFound: boolean,
    folder: SentFolder,
  ): Promise<void> {
    const before = await this.within(look, () => this.doubts.standing(row.mailboxId));
    if (!isFound && isCopyAwaited(before, this.age(row))) return;
    if (!isFound && row.bytes !== null) await folder.append(row.bytes, row.inDoubtAt ?? this.clock.now());
    await this.within(look, async () => {
      const standing = await this.doubts.standing(row.mailboxId);
      await this.doubts.writeStanding(
        row.mailboxId,
        afterCopyLook(standing, isFound, this.times.provenCopies),
      );
      await this.doubts.copyLooked(row.id, this.clock.now());
    });
  }

  /** A mailbox that cannot be read for long must not be asked for ever about the same mails. */
  private async giveUpOld(look: MailboxLook, rows: readonly OutboundRow[]): Promise<void> {
    await this.within(look, async () => {
      for (const row of rows)
        if (this.age(row) > GIVE_UP_MS) await this.doubts.copyLooked(row.id, this.clock.now());
    });
  }

  /** Since the mail left, in milliseconds. */
  private age({ inDoubtAt }: OutboundRow): number {
    return this.clock.now().getTime() - (inDoubtAt?.getTime() ?? 0);
  }

  private within<T>({ workspaceId }: MailboxLook, work: () => Promise<T>): Promise<T> {
    return this.database.inWorkspace({ workspaceId }, work);
  }
}

const GIVE_UP_MS = 24 * 3600_000;
