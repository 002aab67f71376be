import { Injectable } from '@nestjs/common';
import { readMailAddress } from '../../core/contacts/mail-address.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { composeMail, WrongMail } from '../../platform/mail/mime-composer.js';
import { type Candidate, ClaimsRepository, type Try } from './claims.repository.js';
import { HoldsRepository } from './holds.repository.js';
import { type Decision, LastWordService } from './last-word.service.js';
import { MailNews } from './mail-news.js';
import type { OutboundRow } from './outbound-row.js';
import { SenderLock } from './sender-lock.js';

/** A mail that is ours, with the bytes every try has. */
export interface ClaimedMail extends Try {
  readonly workspaceId: string;
  readonly row: OutboundRow;
  readonly bytes: Buffer;
}

/** Claims mails: the last word, the claim and the frozen bytes are one transaction. */
@Injectable()
export class MailClaims {
  constructor(
    private readonly database: Database,
    private readonly claims: ClaimsRepository,
    private readonly holds: HoldsRepository,
    private readonly lastWord: LastWordService,
    private readonly news: MailNews,
    private readonly lock: SenderLock,
    private readonly clock: Clock,
  ) {}

  /** Takes a mail if it may leave now; otherwise writes down why not. Null: there is nothing to send. */
  async claim(candidate: Candidate): Promise<ClaimedMail | null> {
    const scope = { workspaceId: candidate.workspaceId };
    try {
      return await this.database.inWorkspace(scope, () => this.claimed(candidate));
    } catch (error) {
      if (error instanceof LostRace) return null;
      if (!(error instanceof WrongMail)) throw error;
      await this.database.inWorkspace(scope, () =>
        this.hold(candidate.messageId, 'cannot_be_built', { fault: error.fault }),
      );
      return null;
    }
  }

  private async claimed({ workspaceId, messageId }: Candidate): Promise<ClaimedMail | null> {
    const word = await this.lastWord.judge(messageId);
    if (word.answer !== 'go') {
      await this.write(messageId, word);
      return null;
    }
    const at = this.clock.now();
    const ours = await this.claims.claim(messageId, this.lock.owner, at);
    const row = ours === null ? null : await this.claims.one(messageId);
    // The last word has counted this mail: whoever was quicker has counted it, too.
    if (ours === null || row === null) throw new LostRace();
    return { ...ours, workspaceId, row, bytes: row.bytes ?? (await this.frozen(row, at)) };
  }

  /** The same bytes for every try, Date included, so that a second copy could be told for one. */
  private async frozen(row: OutboundRow, date: Date): Promise<Buffer> {
    const to = readMailAddress(row.toAddress);
    if (!to.ok || to.mail.key !== row.toAddressKey || to.mail.address !== row.toAddress)
      throw new WrongMail('recipient');
    const bytes = await composeMail({ ...row, date });
    await this.claims.freeze(row.id, bytes);
    return bytes;
  }

  private async write(id: string, word: Exclude<Decision, { answer: 'go' }>): Promise<void> {
    if (word.answer === 'gone') return;
    if (word.answer === 'hold') await this.hold(id, word.code, word.params);
    else if (word.answer === 'wait') await this.holds.wait(id, word, this.clock.now());
    else await this.cancel(id, word.code, word.params);
  }

  private async hold(id: string, code: string, params: Readonly<Record<string, unknown>>): Promise<void> {
    const isNew = await this.holds.hold(id, code, params, this.clock.now());
    const row = isNew ? await this.claims.one(id) : null;
    if (row !== null) await this.news.tell('mail.held', row, { code });
  }

  private async cancel(id: string, code: string, params: Readonly<Record<string, unknown>>): Promise<void> {
    const isDone = await this.holds.cancel(id, code, this.clock.now());
    const row = isDone ? await this.claims.one(id) : null;
    if (row !== null) await this.news.tell('mail.cancelled', row, { code, reason: params['reason'] ?? null });
  }
}

/** Somebody else took the mail between the look and the claim; nothing of ours may stay. */
class LostRace extends Error {}
