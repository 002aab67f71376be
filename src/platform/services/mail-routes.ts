import { Resolver } from 'node:dns/promises';
import type { MailRoute } from '../../core/contacts/judge-address.js';

/** Whether a domain takes mail. Never throws: what could not be asked is `unknown`. */
export abstract class MailRoutes {
  abstract of(domain: string): Promise<MailRoute>;
}

export interface DnsSettings {
  /** Name servers as `address` or `address:port`; the system's own where absent. */
  readonly servers?: readonly string[];
  readonly timeoutMs?: number;
  readonly tries?: number;
}

/** Errors that are an answer: the name does not exist, or has no record of that kind. */
const NO_NAME = 'ENOTFOUND';
const NO_RECORD = 'ENODATA';

/** Asks DNS for MX, and for addresses where there is none (RFC 5321, 5.1). No mail server is ever connected to. */
export class DnsMailRoutes extends MailRoutes {
  private readonly resolver: Resolver;
  private readonly running = new Map<string, Promise<MailRoute>>();

  constructor({ servers, timeoutMs = 3000, tries = 2 }: DnsSettings = {}) {
    super();
    this.resolver = new Resolver({ timeout: timeoutMs, tries });
    if (servers !== undefined) this.resolver.setServers(servers);
  }

  /** One question at a time per domain. */
  of(domain: string): Promise<MailRoute> {
    const asked = this.running.get(domain);
    if (asked !== undefined) return asked;
    const question = this.ask(domain).finally(() => this.running.delete(domain));
    this.running.set(domain, question);
    return question;
  }

  private async ask(domain: string): Promise<MailRoute> {
    try {
      const servers = await this.resolver.resolveMx(domain);
      const named = servers.filter(({ exchange }) => exchange !== '' && exchange !== '.');
      if (named.length > 0) return 'mail_server';
      return servers.length > 0 ? 'null_mx' : await this.addressOnly(domain);
    } catch (error) {
      const code = codeOf(error);
      if (code === NO_NAME) return 'none';
      return code === NO_RECORD ? this.addressOnly(domain) : 'unknown';
    }
  }

  private async addressOnly(domain: string): Promise<MailRoute> {
    const answers = await Promise.all([
      this.has(() => this.resolver.resolve4(domain)),
      this.has(() => this.resolver.resolve6(domain)),
    ]);
    if (answers.includes('yes')) return 'address_only';
    return answers.includes('unknown') ? 'unknown' : 'none';
  }

  private async has(question: () => Promise<readonly string[]>): Promise<'yes' | 'no' | 'unknown'> {
    try {
      return (await question()).length > 0 ? 'yes' : 'no';
    } catch (error) {
      return [NO_NAME, NO_RECORD].includes(codeOf(error)) ? 'no' : 'unknown';
    }
  }
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
