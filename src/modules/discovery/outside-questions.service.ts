import { Injectable } from '@nestjs/common';
import type { Service } from '../../core/discovery/discovery.js';
import { displayHost, siteKey } from '../../core/sites/site-key.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { Locale } from '../../platform/i18n/catalogue.js';
import { problemSentences } from '../../platform/i18n/problem-sentence.js';
import type {
  KnownPerson,
  ServiceAccess,
  ServiceTrouble,
  Told,
} from '../../platform/services/service-port.js';
import { ContactChecks } from '../contacts/contact-checks.service.js';
import type { ContactAddressView } from '../contacts/contact-forms.port.js';
import { SiteMetricsService } from '../sites/site-metrics.service.js';
import { SitesService } from '../sites/sites.service.js';
import type { MeasureAnswer } from './discovery.dto.js';
import { FoundSites } from './found-sites.js';
import { ServiceAdapters } from './service-adapters.js';
import type { ServiceKeyTest } from './service-keys.dto.js';
import { ServiceKeys, serviceOf } from './service-keys.service.js';
import type { SearchAnswer, SearchWish } from './web-search.dto.js';

/** Questions to outside services with the team's own keys. Nothing is asked within a transaction. */
@Injectable()
export class OutsideQuestions {
  constructor(
    private readonly database: Database,
    private readonly keys: ServiceKeys,
    private readonly services: ServiceAdapters,
    private readonly sites: SitesService,
    private readonly metrics: SiteMetricsService,
    private readonly found: FoundSites,
    private readonly checks: ContactChecks,
  ) {}

  /** Throws `site.not_found`, what is wrong with the key, or what the service did. */
  async measure(scope: WorkspaceScope, siteId: string, service: 'ahrefs' | 'moz'): Promise<MeasureAnswer> {
    const { host, today } = await this.database.inWorkspace(scope, async () => {
      await this.sites.existing(siteId);
      return { host: (await this.sites.detail(siteId)).host, today: await this.sites.today() };
    });
    const told = await this.ask(scope, service, (access) =>
      this.services[service].measure(access, host, today),
    );
    const items = told.value.map(({ metric, value }) => ({
      source: service,
      metric,
      value,
      measuredOn: today,
    }));
    await this.database.inWorkspace(scope, () =>
      this.metrics.record(items.map((item) => ({ siteId, ...item }))),
    );
    return { items, quota: told.quota };
  }

  /** One page of what the web holds, with what the team knows of its sites. Throws what is wrong with the key, or what the service did. */
  async search(who: Principal, { words, page = 1, language, clientId }: SearchWish): Promise<SearchAnswer> {
    const scope = scopeOf(who);
    const question = { words: words.trim(), page, language };
    const told = await this.ask(scope, 'search', (access) => this.services.search.search(access, question));
    const { results, hasMore } = told.value;
    return this.database.inWorkspace(scope, async () => {
      const declared = new Set(await this.sites.declaredKeys());
      const keyed = results.flatMap((result) => {
        const key = siteKey(result.url, declared);
        return key === null ? [] : [{ ...result, siteKey: key, displayHost: displayHost(key) }];
      });
      const keys = [...new Set(keyed.map((result) => result.siteKey))];
      const sites = await this.found.of(who, keys, clientId);
      const ids = new Map(sites.map((site) => [site.siteKey, site.siteId]));
      const items = keyed.map((result) => ({ ...result, siteId: ids.get(result.siteKey) ?? null }));
      return { items, sites, nextPage: hasMore ? page + 1 : null, quota: told.quota };
    });
  }

  /** People the finding service knows at a domain. Throws what is wrong with the key, or what the service did. */
  async people(scope: WorkspaceScope, domain: string): Promise<readonly KnownPerson[]> {
    return (await this.ask(scope, 'hunter', (access) => this.services.hunter.people(access, domain))).value;
  }

  /** Whether mail to an address arrives, as the service has it; kept with the address. Throws `contact.address_not_found`, what is wrong with the key, or what the service did. */
  async verify(scope: WorkspaceScope, addressId: string): Promise<ContactAddressView> {
    const address = await this.checks.addressOf(scope, addressId);
    const { value } = await this.ask(scope, 'hunter', (access) =>
      this.services.hunter.verify(access, address),
    );
    return this.checks.recordVerified(scope, addressId, { ...value, by: 'hunter' });
  }

  /** A key that is not accepted is an answer here, not a refusal; only a missing one is refused. */
  async test(scope: WorkspaceScope, name: string, locale: Locale): Promise<ServiceKeyTest> {
    const service = serviceOf(name);
    const access = await this.keys.access(scope, service);
    const told = await this.services[service].test(access);
    await this.keys.used(scope, service, told.ok ? null : told.trouble.code);
    if (told.ok) return { isAccepted: true, code: null, message: null, quota: told.quota };
    const { code } = told.trouble;
    const message = problemSentences(code, paramsOf(told.trouble), locale).detail;
    return { isAccepted: false, code, message, quota: null };
  }

  private async ask<Value>(
    scope: WorkspaceScope,
    service: Service,
    question: (access: ServiceAccess) => Promise<Told<Value>>,
  ): Promise<Extract<Told<Value>, { ok: true }>> {
    const told = await question(await this.keys.access(scope, service));
    await this.keys.used(scope, service, told.ok ? null : told.trouble.code);
    if (!told.ok) throw new AppError(told.trouble.code, paramsOf(told.trouble));
    return told;
  }
}

function paramsOf({ status, retryAfterS }: ServiceTrouble) {
  return { status: status ?? 0, ...(retryAfterS === undefined ? {} : { retryAfterS }) };
}
