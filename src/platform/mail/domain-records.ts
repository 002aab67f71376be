import { Resolver } from 'node:dns/promises';
import type { Answered } from '../../core/mailboxes/domain-checks.js';

/** What DNS holds about the mail of a domain. Never throws: what could not be asked is null, what is not there is an empty list. */
export abstract class DomainRecords {
  /** The texts of a name, the parts of each put together (RFC 7208, 3.3). */
  abstract texts(name: string): Promise<Answered<string>>;
  /** The mail servers of a domain, best first. */
  abstract mailServers(domain: string): Promise<Answered<string>>;
}

export interface RecordsSettings {
  /** Name servers as `address` or `address:port`; the machine's own where empty. */
  readonly servers: readonly string[];
  readonly timeoutMs?: number;
  readonly tries?: number;
}

/** Errors that are an answer: the name does not exist, or has no record of that kind. */
const ANSWERS: readonly string[] = ['ENOTFOUND', 'ENODATA'];

/** Asks the name servers of the setting. */
export class DnsDomainRecords extends DomainRecords {
  private readonly resolver: Resolver;

  constructor({ servers, timeoutMs = 3000, tries = 2 }: RecordsSettings) {
    super();
    this.resolver = new Resolver({ timeout: timeoutMs, tries });
    if (servers.length > 0) this.resolver.setServers(servers);
  }

  texts(name: string): Promise<Answered<string>> {
    return asked(async () => (await this.resolver.resolveTxt(name)).map((parts) => parts.join('')));
  }

  mailServers(domain: string): Promise<Answered<string>> {
    return asked(async () =>
      (await this.resolver.resolveMx(domain))
        .toSorted((one, other) => one.priority - other.priority)
        .map(({ exchange }) => exchange),
    );
  }
}

async function asked(question: () => Promise<string[]>): Promise<Answered<string>> {
  try {
    return await question();
  } catch (error) {
    const code = (error as { code?: unknown } | null)?.code;
    return typeof code === 'string' && ANSWERS.includes(code) ? [] : null;
  }
}
