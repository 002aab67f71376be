import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fromRoot } from '../../../src/platform/paths.js';
import { aBrand } from '../../builders/agency.js';
import { startApp, type TestApp } from '../app.js';
import { invite, type Person, setUp } from '../people.js';
import { type Schema, type Schemas, schemaFaults } from './schema-faults.js';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Schemas };
}

const description = JSON.parse(readFileSync(fromRoot('docs', 'openapi.json'), 'utf8')) as Description;
const { schemas } = description.components;

/** An operation with a JSON body, and the schema of that body. */
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, { operationId, parameters = [], requestBody }]) => {
    const schema = requestBody?.content['application/json']?.schema;
    const numbers = parameters.flatMap((one) => (one.schema?.type === 'number' ? [`{${one.name}}`] : []));
    const to = numbers.reduce((all, name) => all.replace(name, '1'), path);
    return schema === undefined ? [] : [{ name: operationId, path: to, method, schema: plain(schema) }];
  }),
);

let app: TestApp;
let owner: Person;
let client: Person;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  const { clientId } = await aBrand(owner, 'shop');
  client = await invite(app, owner, { role: 'client', clientIds: [clientId] });
});
afterAll(() => app.close());

/** The schema itself, without the reference to it. */
function plain(schema: Schema): Schema {
  const inner = schema.allOf?.[0] ?? schema.anyOf?.[0];
  if (inner !== undefined) return plain(inner);
  return schema.$ref === undefined ? schema : (schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
}

/** A body with the value in every field, objects filled so in turn; and the fields that must be refused then. */
function filled(schema: Schema, value: unknown, at = ''): { body: object; refused: string[] } {
  const parts = Object.entries(schema.properties ?? {}).map(([name, part]) => {
    const inner = plain(part);
    if (inner.properties !== undefined) {
      const { body, refused } = filled(inner, value, `${at}${name}.`);
      return { name, value: body, refused };
    }
    const isRefused = schemaFaults(value, part, schemas).length > 0;
    return { name, value, refused: isRefused ? [`${at}${name}`] : [] };
  });
  return {
    body: Object.fromEntries(parts.map((part) => [part.name, part.value])),
    refused: parts.flatMap(({ refused }) => refused),
  };
}

/** Fields a body was not refused for although it should have been, or the other way round. */
async function wrong(value: unknown): Promise<string[]> {
  const found: string[] = [];
  for (const { name, path, method, schema } of operations) {
    const { body, refused } = filled(schema, value);
    if (refused.length === 0) continue;
    const to = path.replaceAll(/\{\w+\}/g, randomUUID());
    const { browser } = path.startsWith('/api/v1/client/') ? client : owner;
    const answer = await browser.send(method.toUpperCase(), to, { json: body });
    const told = new Set<string>((answer.body.errors ?? []).map(({ field }: { field: string }) => field));
    if (answer.status !== 400) found.push(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
    found.push(...refused.filter((field) => !told.has(field)).map((field) => `${name}.${field} is taken`));
    found.push(
      ...[...told].filter((field) => !refused.includes(field)).map((field) => `${name}.${field} is not`),
    );
  }
  return found;
}

it.each<[string, unknown]>([
  ['null', null],
  ['an object', { a: 1 }],
  ['a list of lists', [[]]],
])('no field takes %s but where the description says so', async (_, value) => {
  expect(operations.length).toBeGreaterThan(20);
  expect(await wrong(value)).toEqual([]);
});
