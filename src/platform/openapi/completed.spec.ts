import { describe, expect, it } from '@jest/globals';
import { completed } from './completed.js';

const KEY = { $ref: '#/components/parameters/IdempotencyKey' };

/** One operation, completed. */
function operation(path: string, method: string, notes: object = {}) {
  const document = {
    paths: { [path]: { [method]: { responses: { 200: { description: '' } }, ...notes } } },
    components: { schemas: {} },
  };
  const paths = completed(document)['paths'] as Record<string, Record<string, Record<string, never>>>;
  return paths[path]?.[method] ?? {};
}

describe('the description of an operation', () => {
  it('names refusals as problems', () => {
    expect(operation('/api/v1/sites', 'get')).toMatchObject({
      responses: { default: { content: { 'application/problem+json': {} } } },
    });
  });

  it.each([
    ['/api/v1/brands/{id}', 'clients'],
    ['/api/v1/session', 'access'],
    ['/api/v1/mail/{id}', 'alerts'],
  ])('lists %s under %s', (path, domain) => {
    expect(operation(path, 'get')).toMatchObject({ tags: [domain] });
  });

  it.each<[string, object, object]>([
    ['nobody in particular', { 'x-entrance': 'public' }, { security: [] }],
    ['somebody at a browser', { 'x-entrance': 'session' }, { security: [{ session: [] }] }],
  ])('says that it is for %s, without a note of ours', (_, notes, expected) => {
    const given = operation('/api/v1/setup', 'get', notes);
    expect(given).toMatchObject(expected);
    expect(given).not.toHaveProperty('x-entrance');
  });

  it.each<[string, string, object, readonly object[]]>([
    ['a POST', 'post', {}, [KEY]],
    ['a GET', 'get', {}, []],
    ['a POST for everybody', 'post', { 'x-entrance': 'public' }, []],
    ['a POST that leaves it aside', 'post', { 'x-without-key': true }, []],
  ])('offers the Idempotency-Key for %s or not', (_, method, notes, parameters) => {
    expect(operation('/api/v1/clients', method, notes)).toMatchObject({ parameters });
  });

  it.each(['/api/v1/stream', '/api/v1/jobs/{id}/stream'])('knows that %s is a stream of events', (path) => {
    expect(operation(path, 'get')).toMatchObject({
      responses: { 200: { content: { 'text/event-stream': {} } } },
    });
  });
});
