import { Injectable } from '@nestjs/common';
import {
  type Answered,
  type DomainCheck,
  dmarcWalk,
  judgeDkim,
  judgeDmarc,
  judgeMx,
  judgeSpf,
  readSpf,
  SPF_LOOKUPS,
  spfRecords,
  USUAL_SELECTORS,
} from '../../core/mailboxes/domain-checks.js';
import { DomainRecords } from '../../platform/mail/domain-records.js';
import type { DomainChecks } from './mailbox-rows.js';

interface SpfCount {
  /** Terms that ask DNS so far; null when a domain on the way could not be asked. */
  readonly lookups: number | null;
  /** How a redirected record ends. */
  readonly ending: ReturnType<typeof readSpf>['ending'];
}

/** What DNS says of a domain that mail is sent from: SPF, DKIM, DMARC and its own mail servers. */
@Injectable()
export class DomainChecking {
  constructor(private readonly records: DomainRecords) {}

  async of(domain: string, selector: string): Promise<DomainChecks> {
    const [spf, dkim, dmarc, mx] = await Promise.all([
      this.spf(domain),
      this.dkim(domain, selector),
      this.dmarc(domain),
      this.records.mailServers(domain).then(judgeMx),
    ]);
    return { spf, dkim, dmarc, mx };
  }

  private async spf(domain: string): Promise<DomainCheck> {
    const records = await this.spfOf(domain);
    const [own] = records ?? [];
    if (own === undefined || records === null || records.length > 1) return judgeSpf(records, 0);
    const { lookups, ending } = await this.counted(own, 0, new Set([domain]));
    return judgeSpf(records, lookups, ending);
  }

  /** Follows includes and a redirect, each domain once, until there are too many of them. */
  private async counted(record: string, before: number, seen: Set<string>): Promise<SpfCount> {
    const { includes, redirect, lookups, ending } = readSpf(record);
    let count: number | null = before + lookups;
    let last = ending;
    for (const name of [...includes, ...(redirect === null ? [] : [redirect])]) {
      if (count === null || count > SPF_LOOKUPS || seen.has(name)) continue;
      seen.add(name);
      const found: Answered<string> = await this.spfOf(name);
      const inner: SpfCount =
        found === null || found[0] === undefined
          ? { lookups: found === null ? null : count, ending: null }
          : await this.counted(found[0], count, seen);
      count = inner.lookups;
      if (name === redirect) last = inner.ending;
    }
    return { lookups: count, ending: last };
  }

  private async spfOf(domain: string): Promise<Answered<string>> {
    const texts = await this.records.texts(domain);
    return texts === null ? null : spfRecords(texts);
  }

  private async dkim(domain: string, given: string): Promise<DomainCheck> {
    const selectors = given === '' ? USUAL_SELECTORS : [given];
    const answers = await Promise.all(
      selectors.map(async (selector) => ({
        selector,
        texts: await this.records.texts(`${selector}._domainkey.${domain}`),
      })),
    );
    return judgeDkim(answers, given !== '');
  }

  private async dmarc(domain: string): Promise<DomainCheck> {
    const answers = await Promise.all(
      dmarcWalk(domain).map(async (name) => ({
        domain: name,
        texts: await this.records.texts(`_dmarc.${name}`),
      })),
    );
    return judgeDmarc(answers);
  }
}
