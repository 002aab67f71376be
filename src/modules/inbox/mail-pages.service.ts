import { Injectable } from '@nestjs/common';
import { safeHtml } from '../../core/inbox/safe-html.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { InboundDone } from './inbound-done.repository.js';

const STYLE =
  'body{font:14px/1.5 system-ui,sans-serif;margin:12px;color:#1a1b1e;background:#fff;overflow-wrap:anywhere}img{max-width:100%;height:auto}.host{color:#868e96;font-size:12px}';

/** Mails as pages that nothing runs in. */
@Injectable()
export class MailPages {
  constructor(
    private readonly database: Database,
    private readonly inbound: InboundDone,
  ) {}

  /** Throws `inbound.not_found`, `inbound.no_html`. */
  async page(who: Principal, id: string): Promise<string> {
    const mail = await this.database.inWorkspace(scopeOf(who), () => this.inbound.html(id));
    if (mail === null) throw new AppError('inbound.not_found', { id });
    if (mail.html === null) throw new AppError('inbound.no_html', { id });
    const { html, isCut } = safeHtml(mail.html);
    const end = isCut ? '<p>[...]</p>' : '';
    return `<!doctype html><html><head><meta charset="utf-8"><title>Mail</title><style>${STYLE}</style></head><body>${html}${end}</body></html>`;
  }
}
