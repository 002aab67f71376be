import { Injectable } from '@nestjs/common';
import { MAIL_TRIAL_LIMIT } from '../../core/access/limiter.js';
import { Limiter } from '../../platform/http/limiter.js';
import { type Connection, MailboxProbe, type ProbeAnswer } from './mailbox-probe.js';
import type { MailboxReader } from './mailbox-view.js';

/**
 * Tries servers that a person named. Each try that comes to nothing counts for that person, whatever the workspace: what the answers tell
 * of hosts and ports must not add up to a map of somebody's network.
 */
@Injectable()
export class MailboxTrials {
  constructor(
    private readonly probe: MailboxProbe,
    private readonly limiter: Limiter,
  ) {}

  /** Throws `access.too_many_tries` with the seconds to wait. */
  async both({ scope }: MailboxReader, connection: Connection): Promise<ProbeAnswer> {
    const key = `mail-trial:${scope.userId ?? scope.workspaceId}`;
    await this.limiter.take(MAIL_TRIAL_LIMIT, [key]);
    const answer = await this.probe.both(connection);
    if (answer.smtp.isOk && answer.imap.isOk) await this.limiter.giveBack(MAIL_TRIAL_LIMIT, key);
    return answer;
  }
}
