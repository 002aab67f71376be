import { Injectable } from '@nestjs/common';
import { type DoubtAnswer, judgeDoubt } from '../../core/sending/doubt.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { ClaimsRepository } from './claims.repository.js';
import { DoubtsRepository } from './doubts.repository.js';
import { MailNews } from './mail-news.js';
import type { Evidence, OutboundRow } from './outbound-row.js';
import { SendingTimes } from './sending-times.js';
import { type MailboxLook, SentLooks } from './sent-looks.js';

/** What a look came to: the mail that names the doubt, and when it was looked. */
interface Look {
  readonly naming: string | null;
  readonly at: Date;
}

/** Settles doubts by evidence. No timer ever sends a mail again: only what was found, or two looks that prove it was not. */
@Injectable()
export class Doubts {
  constructor(
    private readonly database: Database,
    private readonly doubts: DoubtsRepository,
    private readonly claims: ClaimsRepository,
    private readonly looks: SentLooks,
    private readonly news: MailNews,
    private readonly times: SendingTimes,
    private readonly clock: Clock,
  ) {}

  /** One round over everything in doubt whose grace is over, oldest first. */
  async round(): Promise<void> {
    const now = this.clock.now().getTime();
    const before = new Date(now - this.times.graceMs);
    const waiting = await this.doubts.waiting(before, new Date(now - this.times.lookAgainMs));
    for (const look of this.looks.grouped(waiting)) await this.lookFor(look);
  }

  private async lookFor(look: MailboxLook): Promise<void> {
    const { workspaceId } = look;
    const rows = await this.database.inWorkspace({ workspaceId }, () => this.stillIn(look.ids));
    if (rows.length === 0) return;
    const found = await this.looks.within(look, (folder) => folder.find(rows.map((row) => row.messageId)));
    for (const row of rows)
      await this.database.inWorkspace({ workspaceId }, () =>
        this.judge(row, found === null ? null : found.has(row.messageId)),
      );
  }

  /** As they stand before the look: whatever is tried again meanwhile has another attempt. */
  private async stillIn(ids: readonly string[]): Promise<OutboundRow[]> {
    const before = this.clock.now().getTime() - this.times.graceMs;
    const rows = await this.claims.many(ids);
    return rows.filter((row) => row.state === 'in_doubt' && (row.inDoubtAt?.getTime() ?? 0) <= before);
  }

  private async judge(row: OutboundRow, isInSent: boolean | null): Promise<void> {
    const at = this.clock.now();
    await this.claims.lockEnrollment(row.enrollmentId);
    const naming = await this.doubts.naming(row);
    const isAnswered = row.evidence.some((one) => one.kind === 'reply' && one.attempt === row.attempt);
    const isMissed = isInSent === false && naming === null && !isAnswered;
    if (isMissed && !(await this.doubts.looked(row, evidenceOf('not_found', row, at), at))) return;
    const answer = judgeDoubt({
      isAnswered,
      isNamed: naming !== null,
      isInSent,
      isProven: (await this.doubts.standing(row.mailboxId)).sentCopy === 'by_server',
      looks: row.looks + (isMissed ? 1 : 0),
    });
    if (answer.kind === 'look_again' && isMissed) return;
    await this.write(row, answer, { naming, at });
  }

  private async write(row: OutboundRow, answer: DoubtAnswer, { naming, at }: Look): Promise<void> {
    if (answer.kind === 'sent') await this.sent(row, evidenceOf(answer.by, row, at, naming), at);
    else if (answer.kind === 'not_sent') await this.notSent(row, evidenceOf('not_found', row, at), at);
    else if (answer.kind === 'unknown') await this.unknown(row, at);
    else await this.doubts.putOff(row, at);
  }

  private async sent(row: OutboundRow, evidence: Evidence, at: Date): Promise<void> {
    if (!(await this.doubts.sent(row, evidence, at))) return;
    await this.news.tell('mail.doubt_settled', row, { was: 'sent', by: evidence.kind });
    await this.news.tell('mail.sent', row);
  }

  private async notSent(row: OutboundRow, evidence: Evidence, at: Date): Promise<void> {
    if (await this.doubts.notSent(row, evidence, at))
      await this.news.tell('mail.doubt_settled', row, { was: 'not_sent', by: evidence.kind });
  }

  private async unknown(row: OutboundRow, at: Date): Promise<void> {
    if (await this.doubts.unknown(row, at))
      await this.news.tell('mail.in_doubt', row, { code: 'no_evidence' });
  }
}

/** What a look says of the try that is in doubt; `id` names the mail that came back, where one did. */
function evidenceOf(kind: Evidence['kind'], row: OutboundRow, at: Date, id: string | null = null): Evidence {
  return { kind, at: at.toISOString(), attempt: row.attempt, ...(id === null ? {} : { id }) };
}
