import { Injectable } from '@nestjs/common';
import { isOwnWish } from '../../core/courtesy/suppression.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import { Events } from '../../platform/events/events.js';
import { Log } from '../../platform/logging/log.js';
import { SuppressionLog } from '../../platform/suppression-log/suppression-log.js';
import { SuppressionsService } from '../contacts/suppressions.service.js';
import { SuppressionReplay } from './suppression-replay.service.js';
import type { UnsubscribeClaim } from './unsubscribe-links.service.js';
import { UnsubscribedMail } from './unsubscribed-mail.query.js';

/** How long the database may take, in milliseconds, before the wish is written beside it. */
const PATIENCE = 5000;

/** How somebody unsubscribed. */
type UnsubscribeWay = 'one_click' | 'reply';

/**
 * Takes people off all mail of a workspace by the token of one mail, at once and as often as asked with one effect. Where the database does not answer
 * the wish is written to the log outside of it, which counts from that moment, and is brought in when the database is back.
 */
@Injectable()
export class Unsubscribing {
  private readonly underWay = new Map<string, Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly suppressions: SuppressionsService,
    private readonly mails: UnsubscribedMail,
    private readonly log: SuppressionLog,
    private readonly replay: SuppressionReplay,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly words: Log,
  ) {}

  /** Answers once the wish cannot be lost any more. */
  async take(claim: UnsubscribeClaim): Promise<void> {
    const logged = await this.log.of(claim.workspaceId, claim.addressHash);
    if (logged.some(isOwnWish)) return;
    const place = `${claim.workspaceId} ${claim.addressHash}`;
    const waited = this.underWay.get(place);
    if (waited !== undefined) return waited;
    const work = this.recordedOrLogged(claim).finally(() => this.underWay.delete(place));
    this.underWay.set(place, work);
    return work;
  }

  /** Records the wish in the open transaction; `way` and `evidence` are those of a mail that asks for it. Answers the entry's id, null when it stood there. */
  async record(claim: UnsubscribeClaim, way: UnsubscribeWay, evidence = ''): Promise<string | null> {
    const { outboundId, addressHash } = claim;
    const addressKey =
      outboundId === null ? null : await this.suppressions.addressKeyOf(outboundId, addressHash);
    const [fresh] = await this.suppressions.keep([
      { addressHash, addressKey, reason: 'asked', source: way, sourceId: outboundId, evidence },
    ]);
    if (fresh === undefined) return null;
    const subjects = outboundId === null ? [] : await this.mails.subjects(outboundId);
    if (subjects.length > 0)
      await this.events.record({
        kind: 'mail.unsubscribed',
        subjects,
        params: { suppressionId: fresh.id, outboundId, way },
      });
    return fresh.id;
  }

  private async recordedOrLogged(claim: UnsubscribeClaim): Promise<void> {
    try {
      await inTime(this.inDatabase(claim));
    } catch (error) {
      this.words.warn({ err: error }, 'a wish to unsubscribe is kept in the log until the database takes it');
      await this.log.append([
        {
          act: 'kept',
          at: this.clock.now().toISOString(),
          workspaceId: claim.workspaceId,
          id: newId(this.clock.now()),
          hash: claim.addressHash,
          site: null,
          clientId: null,
          reason: 'asked',
          source: 'one_click',
          sourceId: claim.outboundId,
        },
      ]);
      this.replay.soon();
    }
  }

  /** A workspace that is no more sends no mail: there is nothing to do. */
  private async inDatabase(claim: UnsubscribeClaim): Promise<void> {
    const scope = { workspaceId: claim.workspaceId };
    await this.database.inWorkspace(scope, async () => {
      if (await this.mails.isWorkspace(claim.workspaceId)) await this.record(claim, 'one_click');
    });
  }
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Error('the database takes too long')), PATIENCE);
  });
  work.catch(() => undefined);
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
