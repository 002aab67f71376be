import { Injectable } from '@nestjs/common';
import { judgeAddress } from '../../core/contacts/judge-address.js';
import { readMailAddress } from '../../core/contacts/mail-address.js';
import { isDisposableDomain } from '../../platform/services/disposable-domains.js';
import { MailRoutes } from '../../platform/services/mail-routes.js';
import type { AddressResult, AddressRow } from './address-rows.repository.js';

/** Questions to DNS under way at once. */
const AT_ONCE = 20;

/** Looks at addresses: how they are written, and what DNS says of their domains. Belongs outside of transactions. */
@Injectable()
export class AddressLook {
  constructor(private readonly routes: MailRoutes) {}

  /** One result an address, in order; each domain is asked for once. */
  async at(rows: readonly AddressRow[]): Promise<AddressResult[]> {
    const domains = new Set(rows.flatMap(({ address }) => domainOf(address) ?? []));
    const routes = new Map<string, Awaited<ReturnType<MailRoutes['of']>>>();
    const waiting = [...domains];
    const ask = async (): Promise<void> => {
      for (let domain = waiting.pop(); domain !== undefined; domain = waiting.pop())
        routes.set(domain, await this.routes.of(domain));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, ask));
    return rows.map((row) => {
      const domain = domainOf(row.address);
      const sight = {
        isWellFormed: domain !== null,
        route: domain === null ? ('unknown' as const) : (routes.get(domain) ?? 'unknown'),
        isDisposable: domain !== null && isDisposableDomain(domain),
      };
      return { id: row.id, ...judgeAddress(sight, row) };
    });
  }
}

function domainOf(address: string): string | null {
  const mail = readMailAddress(address);
  return mail.ok ? mail.mail.domain : null;
}
