import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { ClaimsRepository } from './claims.repository.js';
import { HoldsRepository } from './holds.repository.js';
import { type Decision, LastWordService } from './last-word.service.js';
import type { ClaimedMail } from './mail-claims.js';
import { MailNews } from './mail-news.js';

/** Mails that were stopped between the claim and the first byte: back to where a person or a moment lets them go on. */
@Injectable()
export class StoppedMails {
  private readonly words = new Map<string, Decision>();

  constructor(
    private readonly database: Database,
    private readonly claims: ClaimsRepository,
    private readonly holds: HoldsRepository,
    private readonly lastWord: LastWordService,
    private readonly news: MailNews,
    private readonly clock: Clock,
  ) {}

  /** Keeps what the last word said until the exchange has ended. */
  remember(mail: ClaimedMail, word: Decision): void {
    this.words.set(mail.id, word);
  }

  async settle(mail: ClaimedMail): Promise<void> {
    const word = this.words.get(mail.id) ?? { answer: 'gone' };
    this.words.delete(mail.id);
    await this.database.inWorkspace({ workspaceId: mail.workspaceId }, async () => {
      const at = this.clock.now();
      await this.lastWord.giveBack(mail.id, mail.attempt);
      if (!(await this.claims.release(mail, at, false))) return;
      if (word.answer === 'wait') await this.holds.wait(mail.id, word, at);
      if (word.answer === 'hold' && (await this.holds.hold(mail.id, word.code, word.params, at)))
        await this.news.tell('mail.held', mail.row, { code: word.code });
      if (word.answer === 'cancel' && (await this.holds.cancel(mail.id, word.code, at)))
        await this.news.tell('mail.cancelled', mail.row, { code: word.code });
    });
  }
}
