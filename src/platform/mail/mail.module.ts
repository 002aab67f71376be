import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config/config.js';
import { systemResolver } from '../fetch/dns-resolver.js';
import { DnsDomainRecords, DomainRecords } from './domain-records.js';
import { MailGuard } from './mail-guard.js';
import { MailCatcher, MailSender } from './mail-sender.js';
import { MailTemplates } from './mail-templates.js';
import { GuardedExchange, OauthExchange } from './oauth-exchange.js';
import { SmtpMailSender } from './smtp-mail-sender.js';

/** System mail: to the operator's server, or to the catcher where none is set. */
@Global()
@Module({
  providers: [
    MailTemplates,
    {
      provide: MailGuard,
      inject: [Config],
      useFactory: ({ fetchAllow }: Config) => new MailGuard({ resolve: systemResolver(), allow: fetchAllow }),
    },
    {
      provide: OauthExchange,
      inject: [Config],
      useFactory: ({ fetchAllow }: Config) =>
        new GuardedExchange({ resolve: systemResolver(), allow: fetchAllow }),
    },
    {
      provide: DomainRecords,
      inject: [Config],
      useFactory: ({ dnsServers }: Config) => new DnsDomainRecords({ servers: dnsServers }),
    },
    {
      provide: MailSender,
      inject: [Config],
      useFactory: (config: Config): MailSender =>
        config.smtpUrl === '' ? new MailCatcher() : new SmtpMailSender(config.smtpUrl, config.mailFrom),
    },
  ],
  exports: [DomainRecords, MailGuard, MailSender, MailTemplates, OauthExchange],
})
export class MailModule implements OnApplicationShutdown {
  constructor(
    @Inject(MailSender) private readonly sender: MailSender,
    private readonly exchange: OauthExchange,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    this.sender.close();
    await this.exchange.close();
  }
}
