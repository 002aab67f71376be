import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { ClaimsRepository, type Orphan } from './claims.repository.js';
import { DoubtBreaker } from './doubt-breaker.js';
import { HoldsRepository } from './holds.repository.js';
import { LastWordService } from './last-word.service.js';
import { MailNews } from './mail-news.js';
import { SendingTimes } from './sending-times.js';

/** Looks after what dead senders had in hand: a claim goes back at once, a mail past the point of no return stays in doubt. */
@Injectable()
export class Orphans {
  constructor(
    private readonly database: Database,
    private readonly claims: ClaimsRepository,
    private readonly holds: HoldsRepository,
    private readonly lastWord: LastWordService,
    private readonly breaker: DoubtBreaker,
    private readonly news: MailNews,
    private readonly times: SendingTimes,
    private readonly clock: Clock,
  ) {}

  /** Answers how many there were. */
  async bury(): Promise<number> {
    const orphans = await this.claims.orphans();
    for (const orphan of orphans)
      await this.database.inWorkspace({ workspaceId: orphan.workspaceId }, () =>
        orphan.state === 'claimed' ? this.giveBack(orphan) : this.doubt(orphan),
      );
    return orphans.length;
  }

  /** No byte has left: it may be sent at once, unless it has brought down one sender after the other. */
  private async giveBack(orphan: Orphan): Promise<void> {
    const at = this.clock.now();
    await this.lastWord.giveBack(orphan.id, orphan.attempt);
    if (!(await this.claims.release(orphan, at, true))) return;
    const row = await this.claims.one(orphan.id);
    if (row === null || row.crashes < this.times.crashesToQuarantine) return;
    if (await this.holds.hold(orphan.id, 'quarantined', { crashes: row.crashes }, at))
      await this.news.tell('mail.held', row, { code: 'quarantined' });
  }

  private async doubt(orphan: Orphan): Promise<void> {
    if (!(await this.claims.orphaned(orphan, this.clock.now()))) return;
    const row = await this.claims.one(orphan.id);
    if (row === null) return;
    await this.news.tell('mail.in_doubt', row, { code: 'sender_died' });
    await this.breaker.look(row.mailboxId);
  }
}
