import { Injectable } from '@nestjs/common';
import { SnippetsService } from '../templates/snippets.service.js';
import { TemplatesService } from '../templates/templates.service.js';
import type { DemoPast } from './demo-history.js';

const SHORT_QUESTION = `Hi {{default contact.firstName "there"}},

{{#if page.observation}}
{{page.observation}}
{{/if}}

Would an article of ours fit on {{site.name}}? One link would lead to {{target.url}}, where readers find the rest.

If it does not fit, a short no is fine.

{{snippet "closing"}}

{{optOut.line}}
`;

/** Templates of the demo: two copied from starters, one of the team's own, and the snippet it uses. */
@Injectable()
export class DemoTemplates {
  constructor(
    private readonly templates: TemplatesService,
    private readonly snippets: SnippetsService,
  ) {}

  /** Writes them down in the open transaction. */
  async write({ scope }: DemoPast): Promise<void> {
    const closing = 'Kind regards,\n{{sender.name}}\n{{sender.company}}';
    await this.snippets.add(scope, { key: 'closing', locale: 'en', body: closing }, 'en');
    await this.templates.add(scope, { starter: 'guest_blogging/first.en' }, 'en');
    await this.templates.add(scope, { starter: 'guest_blogging/first.nl' }, 'en');
    const own = { kind: 'guest_blogging', purpose: 'first', locale: 'en' } as const;
    const words = { subjects: ['An article for {{site.name}}?', 'For your readers'], body: SHORT_QUESTION };
    await this.templates.add(scope, { name: 'Short question', ...own, ...words }, 'en');
  }
}
