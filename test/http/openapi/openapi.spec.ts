import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CheckWorker } from '../../../src/modules/verifier/check-worker.js';
import { fromRoot } from '../../../src/platform/paths.js';
import { startApp, type TestApp } from '../app.js';
import { type Answer, Browser } from '../browser.js';
import { PASSWORD, type Person } from '../people.js';
import { DayOfCalls } from './calls.js';
import { type Schema, type Schemas, schemaFaults } from './schema-faults.js';

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}
interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly security?: readonly object[];
  readonly responses: Readonly<Record<string, Content>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Schemas;
    readonly securitySchemes: Readonly<Record<string, object>>;
  };
  readonly tags: readonly { readonly name: string }[];
}

const description = JSON.parse(readFileSync(fromRoot('docs', 'openapi.json'), 'utf8')) as Description;
const { schemas } = description.components;
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

/** A whole demo is made, checked and worked with; a busy machine takes its time. */
jest.setTimeout(300_000);

let app: TestApp;
let day: DayOfCalls;
beforeAll(async () => {
  app = await startApp({
    settings: {
      LINKLEDGER_HOST_GAP_MS: '0',
      LINKLEDGER_TRANCO: '/nowhere/tranco.csv',
      LINKLEDGER_FETCH_ALLOW: '127.0.0.0/8',
    },
  });
  const browser = new Browser(app.url);
  const setup = await browser.post('/setup/demo', { locale: 'en' });
  const { user, member, workspace } = setup.body;
  const ids = { userId: user.id, memberId: member.id, workspaceId: workspace.id };
  const owner: Person = { browser, email: user.email, ...ids };
  day = new DayOfCalls(app, owner);
  day.called.push({ method: 'post', template: '/api/v1/setup/demo', answer: setup });
  await app.get(CheckWorker).drain();
  await day.work();
  await withPassword();
});
afterAll(() => app.close());

/** Set-up and sign-in, which need an installation without a demo and a person with a password. */
async function withPassword(): Promise<void> {
  const fresh = await startApp();
  const browser = new Browser(fresh.url);
  const post = async (path: string, json: object): Promise<void> => {
    day.called.push({ method: 'post', template: `/api/v1${path}`, answer: await browser.post(path, json) });
  };
  const names = { workspaceName: 'Canal Agency', ownerName: 'Olga Owner', email: 'olga@agency.example' };
  const next = 'otters sleep under the jetty';
  try {
    await post('/setup', { ...names, password: PASSWORD, locale: 'nl', timeZone: 'Europe/Amsterdam' });
    await post('/session/password', { current: PASSWORD, next });
    await post('/session', { email: names.email, password: next });
  } finally {
    await fresh.close();
  }
}

/** Where an answer is not what the description of its operation says. */
function answerFaults({ method, template, answer }: DayOfCalls['called'][number]): string[] {
  const name = `${method} ${template} ${answer.status}`;
  const described = description.paths[template]?.[method]?.responses[String(answer.status)];
  if (described === undefined) return [`${name}: not described ${JSON.stringify(answer.body).slice(0, 200)}`];
  return bodyFaults(answer, described.content ?? {}).map((fault) => `${name} ${fault}`);
}

function bodyFaults({ headers, body }: Answer, content: NonNullable<Content['content']>): string[] {
  const type = (headers.get('content-type') ?? '').split(';')[0] ?? '';
  const types = Object.keys(content);
  if (types.length === 0) return body === '' ? [] : ['has a body nobody described'];
  const isDescribed = types.some(
    (one) => one === 'application/octet-stream' || type.startsWith(one.replace('*', '')),
  );
  if (!isDescribed) return [`answers ${type}`];
  const schema = content[type]?.schema;
  return type === 'application/json' && schema !== undefined ? schemaFaults(body, schema, schemas) : [];
}

describe('the description of the API', () => {
  it('is what the answers are: each field described, of its type, null only where said', () => {
    expect([...new Set(day.called.flatMap(answerFaults))]).toEqual([]);
  });

  it('was called upon whole', () => {
    const called = new Set(day.called.map(({ method, template }) => `${method} ${template}`));
    const missing = operations.filter(({ method, path }) => !called.has(`${method} ${path}`));
    expect(missing.map(({ operationId }) => operationId)).toEqual([]);
  });

  it('says how refusals look', async () => {
    const faults: string[] = [];
    for (const { path, method, operationId, security, responses } of operations) {
      if (security?.length === 0) continue;
      const refused = await new Browser(app.url).send(method.toUpperCase(), path.replaceAll(/\{\w+\}/g, 'x'));
      const schema = responses['default']?.content?.['application/problem+json']?.schema ?? { enum: [] };
      const found = schemaFaults(refused.body, schema, schemas);
      faults.push(
        ...[...found, ...(refused.status === 401 ? [] : [refused.status])].map(
          (it) => `${operationId} ${it}`,
        ),
      );
    }
    expect(faults).toEqual([]);
  });

  it('gives every operation a name of its own and a domain', () => {
    const names = operations.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    const domains = description.tags.map(({ name }) => name);
    expect(operations.filter(({ tags }) => !tags.every((tag) => domains.includes(tag)))).toEqual([]);
  });

  it('names the ways to be recognised, and the operations that need none', () => {
    expect(description.components.securitySchemes).toMatchObject({
      session: { type: 'apiKey', in: 'cookie' },
      token: { type: 'http', scheme: 'bearer' },
    });
    const open = operations.filter(({ security }) => security?.length === 0).map(({ path }) => path);
    expect([...new Set(open)].sort()).toEqual([
      '/api/v1/invitations/by-token/{token}',
      '/api/v1/invitations/by-token/{token}/accept',
      '/api/v1/session',
      '/api/v1/setup',
      '/api/v1/setup/demo',
      '/api/v1/shared-reports/{token}',
      '/api/v1/shared-reports/{token}/file.xlsx',
      '/api/v1/shared-reports/{token}/logo',
    ]);
  });

  it.each(['/api/v1/stream', '/api/v1/jobs/{id}/stream'])('calls %s a stream of events', (path) => {
    expect(Object.keys(description.paths[path]?.['get']?.responses['200']?.content ?? {})).toEqual([
      'text/event-stream',
    ]);
  });
});
