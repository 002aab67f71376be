import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config/config.js';
import { MailCatcher, MailSender } from './mail-sender.js';
import { MailTemplates } from './mail-templates.js';
import { SmtpMailSender } from './smtp-mail-sender.js';

/** System mail: to the operator's server, or to the catcher where none is set. */
@Global()
@Module({
  providers: [
    MailTemplates,
    {
      provide: MailSender,
      inject: [Config],
      useFactory: (config: Config): MailSender =>
        config.smtpUrl === '' ? new MailCatcher() : new SmtpMailSender(config.smtpUrl, config.mailFrom),
    },
  ],
  exports: [MailSender, MailTemplates],
})
export class MailModule implements OnApplicationShutdown {
  constructor(@Inject(MailSender) private readonly sender: MailSender) {}

  onApplicationShutdown(): void {
    this.sender.close();
  }
}
