import { SessionsService } from '../../../src/modules/access/sessions.service.js';
import { CrawlWorker } from '../../../src/modules/relationships/crawl-worker.js';
import { newId } from '../../../src/platform/database/id.js';
import { JobRuntime } from '../../../src/platform/jobs/job-runtime.js';
import { putInbound } from '../../builders/inbound-mail.js';
import { putOutbound } from '../../builders/outbound-mail.js';
import type { TestApp } from '../app.js';
import { type Answer, Browser } from '../browser.js';
import { invite, PASSWORD, type Person, tokenOf } from '../people.js';
import { campaignCalls } from './campaign-calls.js';
import { contactCalls } from './contact-calls.js';
import { courtesyCalls } from './courtesy-calls.js';
import type { Day } from './day.js';
import { discoveryCalls } from './discovery-calls.js';
import { form, PIXEL } from './form.js';
import { importCalls } from './import-calls.js';
import { inboxCalls } from './inbox-calls.js';
import { mailboxCalls } from './mailbox-calls.js';
import { mergeCalls } from './merge-calls.js';
import { orderCalls } from './order-calls.js';
import { outboxCalls } from './outbox-calls.js';
import { pitchListCalls } from './pitch-list-calls.js';
import { type AskAs, portalCalls } from './portal-calls.js';
import { prospectCalls, viewCalls } from './prospect-calls.js';
import { publisherCalls } from './publisher-calls.js';
import { reclaimCalls } from './reclaim-calls.js';
import { relationshipCalls } from './relationship-calls.js';
import { sequenceCalls } from './sequence-calls.js';
import { taskCalls } from './task-calls.js';
import { teamCalls } from './team-calls.js';
import { templateCalls } from './template-calls.js';

/** An answer with what was asked: the method and the path as the description of the API writes it. */
export interface Called {
  readonly method: string;
  readonly template: string;
  readonly answer: Answer;
}

/** Calls every operation of a demo workspace, as a day of work would, and keeps what came back. */
export class DayOfCalls implements Day {
  readonly called: Called[] = [];

  constructor(
    private readonly app: TestApp,
    private readonly owner: Person,
  ) {}

  ask(...asked: Parameters<Day['ask']>): Promise<Answer['body']> {
    return this.askAs(this.owner.browser, ...asked);
  }

  private readonly askAs: AskAs = async (browser, ...asked) => {
    const [name, ids = [], sending = {}, query = ''] = asked;
    const [method = '', template = ''] = name.split(' ');
    const rest = [...ids];
    const path = template.replaceAll(/\{\w+\}/g, () => rest.shift() ?? '');
    const answer =
      method === 'GET'
        ? await browser.head(`${path}${query}`, sending)
        : await browser.send(method, path, { json: sending.raw === undefined ? {} : undefined, ...sending });
    this.called.push({ method: method.toLowerCase(), template: `/api/v1${template}`, answer });
    return answer.body;
  };

  async settle(): Promise<void> {
    await this.app.get(JobRuntime).drain();
    await this.app.get(CrawlWorker).drain();
  }

  async work(): Promise<void> {
    await this.access();
    await this.clients();
    await publisherCalls(this);
    await contactCalls(this);
    await prospectCalls(this);
    await courtesyCalls(this);
    await viewCalls(this);
    await this.placements();
    await this.acts();
    await relationshipCalls(this);
    await campaignCalls(this);
    await orderCalls(this);
    await pitchListCalls(this);
    await templateCalls(this);
    await importCalls(this);
    await reclaimCalls(this);
    await taskCalls(this);
    await teamCalls(this);
    await mergeCalls(this);
    await discoveryCalls(this);
    await mailboxCalls(this);
    await sequenceCalls(this);
    await outboxCalls(this, (state) =>
      putOutbound(this.app.database, { workspaceId: this.owner.workspaceId, state }),
    );
    await inboxCalls(this, (wish) =>
      putInbound(this.app.database, { workspaceId: this.owner.workspaceId, ...wish }),
    );
    await portalCalls(this, {
      askAs: this.askAs,
      invited: async (clientId) =>
        (await invite(this.app, this.owner, { role: 'client', clientIds: [clientId] })).browser,
      nobody: new Browser(this.app.url),
    });
    await this.alerts();
    await this.goodbye();
  }

  private async access(): Promise<void> {
    for (const path of ['/setup', '/session', '/sessions', '/workspace', '/api-tokens'])
      await this.ask(`GET ${path}`);
    await this.ask('PATCH /session/user', [], { json: { name: 'Demo Owner' } });
    await this.ask('PUT /session/workspace', [], { json: { workspaceId: this.owner.workspaceId } });
    await this.ask('PATCH /workspace', [], { json: { settings: { downAfterDays: 5 } } });
    const wish = { role: 'member', limitedToClients: false, clientIds: [] };
    const guest = await this.ask('POST /invitations', [], {
      json: { ...wish, email: 'guest@agency.example' },
    });
    await this.ask('GET /invitations');
    const token = tokenOf({ body: guest } as Answer);
    await this.ask('GET /invitations/by-token/{token}', [token]);
    const taken = await this.ask('POST /invitations', [], {
      json: { ...wish, email: 'taken@agency.example' },
    });
    await this.ask('DELETE /invitations/{id}', [taken.id]);
    const made = await this.ask('POST /api-tokens', [], { json: { name: 'nightly', scope: 'read' } });
    await this.ask('GET /api-tokens');
    await this.ask('DELETE /api-tokens/{id}', [made.id]);
    await this.guest(token);
  }

  /** The guest comes in at a browser of their own, and leaves again. */
  private async guest(token: string): Promise<void> {
    const browser = new Browser(this.app.url);
    const answer = await browser.post(`/invitations/by-token/${token}/accept`, {
      name: 'Guest',
      password: PASSWORD,
    });
    this.called.push({ method: 'post', template: '/api/v1/invitations/by-token/{token}/accept', answer });
    const { items } = await this.ask('GET /members');
    const guest = items.find(({ name }: { name: string }) => name === 'Guest').id;
    await this.ask('PATCH /members/{id}', [guest], { json: { digest: false } });
    await this.ask('GET /members/{id}/leaving', [guest]);
    await this.ask('POST /members/{id}/leave', [guest], { json: { handOverTo: this.owner.memberId } });
    await this.ask('GET /members', [], {}, '?state=left');
  }

  private async clients(): Promise<void> {
    const all = await this.ask('GET /clients');
    for (const client of all.items) {
      await this.ask('GET /clients/{id}', [client.id]);
      for (const brand of client.brands) await this.ask('GET /brands/{id}/target-pages', [brand.id]);
    }
    const client = await this.ask('POST /clients', [], { json: { name: 'New client' } });
    await this.ask('PATCH /clients/{id}', [client.id], { json: { notes: 'new' } });
    const brandWish = { name: 'New brand', homeUrl: 'https://new.example/', aliases: ['Newer'] };
    const brand = await this.ask('POST /clients/{id}/brands', [client.id], { json: brandWish });
    await this.ask('PATCH /brands/{id}', [brand.id], { json: { aliases: [] } });
    const url = 'https://new.example/page';
    const page = await this.ask('POST /brands/{id}/target-pages', [brand.id], { json: { url } });
    await this.ask('PATCH /target-pages/{id}', [page.id], { json: { label: 'Guide' } });
    const moves = [{ from: url, to: 'https://new.example/moved' }];
    await this.ask('POST /target-pages/move', [], { json: { brandId: brand.id, moves } });
    for (const [kind, id] of [
      ['target-pages', page.id],
      ['brands', brand.id],
      ['clients', client.id],
    ])
      await this.ask(`POST /${kind}/{id}/archive`, [id]);
    await this.ask('POST /clients/{id}/restore', [client.id]);
    await this.ask('POST /brands/{id}/restore', [brand.id]);
    const { items } = await this.ask('GET /sites', [], {}, '?limit=200');
    await this.ask('GET /sites/{id}', [items[0].id]);
    await this.ask('POST /sites', [], { json: { address: 'blog.quiet.example', kind: 'sub_domain' } });
  }

  private async placements(): Promise<void> {
    const { items } = await this.ask('GET /placements', [], {}, '?limit=200');
    await this.ask('GET /placements/counts');
    await this.ask('GET /placements/export');
    const states = new Map<string, string>(items.map(({ state, id }: Record<string, string>) => [state, id]));
    for (const id of states.values()) {
      await this.ask('GET /placements/{id}', [id]);
      await this.ask('GET /placements/{id}/checks', [id]);
      await this.ask('GET /placements/{id}/timeline', [id]);
    }
    await this.ask('GET /placements/{id}/evidence', [states.get('differs') ?? '']);
  }

  private async acts(): Promise<void> {
    const wish = { targetUrl: 'https://new.example/', type: 'guest_post', dueOn: '2026-12-01' };
    const brandId = (await this.ask('GET /clients')).items[0].brands[0].id;
    const add = async (no: number): Promise<string> => {
      const json = { ...wish, brandId, sourceUrl: `https://quiet.example/${no}` };
      return (await this.ask('POST /placements', [], { json })).id;
    };
    const [one, two] = [await add(1), await add(2)];
    await this.ask('PATCH /placements/{id}', [one], { json: { revision: 1, notes: 'changed' } });
    for (const act of ['archive', 'restore', 'check', 'end', 'reopen'])
      await this.ask(`POST /placements/{id}/${act}`, [one]);
    await this.ask('POST /placements/{id}/release', [one], { json: { reason: 'asked' } });
    await this.ask('POST /placements/{id}/replace', [two], {
      json: { sourceUrl: 'https://quiet.example/3' },
    });
    const differs = (await this.ask('GET /placements', [], {}, '?state=differs')).items[0].id;
    await this.ask('POST /placements/{id}/accept', [differs], { json: { note: 'fine' } });
    const four = await add(4);
    const sight = form({ countsUntil: '2026-12-01' }, 'picture', PIXEL);
    const seen = await this.ask('POST /placements/{id}/seen-by-hand', [four], { raw: sight });
    await this.ask('GET /placements/{id}/sightings', [four]);
    await this.ask('GET /placements/{id}/sightings/{sightingId}/picture', [four, seen.id]);
    const source = await this.ask('POST /placements/{id}/documents', [four], {
      raw: form({ terms: 'rel' }, 'file'),
    });
    await this.ask('GET /placements/{id}/documents/{sourceId}', [four, source.id]);
    const started = await this.ask('POST /placements/bulk', [], { json: { action: 'archive', ids: [four] } });
    await this.settle();
    await this.ask('GET /jobs/{id}', [started.jobId]);
    await this.ask('GET /jobs/{id}/stream', [started.jobId]);
    await this.ask('POST /jobs/{id}/undo', [started.jobId]);
    await this.ask('GET /stream');
  }

  private async alerts(): Promise<void> {
    await this.ask('GET /notifications');
    await this.ask('POST /notifications/read', [], { json: { all: true } });
    await this.ask('GET /today');
    const mail = await this.ask('POST /mail/test');
    await this.settle();
    await this.ask('GET /mail/{id}', [mail.id]);
    await this.ask('GET /mail');
    await this.ask('GET /audit-events');
  }

  private async goodbye(): Promise<void> {
    const visit = { network: '127.0.0.1', userAgent: 'test', requestId: newId(), before: null };
    const other = new Browser(this.app.url);
    other.plant('linkledger', (await this.app.get(SessionsService).open(this.owner, visit)).secret);
    const { items } = (await other.get('/sessions')).body;
    const ended = items.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent).id;
    await this.ask('DELETE /sessions/{id}', [ended]);
    await this.ask('DELETE /session');
  }
}
