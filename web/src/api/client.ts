import createFetchClient, { type Middleware } from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import { ApiProblem, problemFrom } from './problem.js';
import type { paths } from './schema.generated.js';

/** Tells the server the language of its sentences before a session says it. */
const inLanguageOfPage: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', document.documentElement.lang);
    return request;
  },
};

/** Every answer outside 2xx becomes a thrown `ApiProblem`; one that never came is `offline`. */
const problemsAreThrown: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await problemFrom(response);
    return undefined;
  },
  onError({ error }) {
    if (error instanceof ApiProblem) return error;
    if (error instanceof DOMException && error.name === 'AbortError') return error;
    return new ApiProblem({ status: 0, code: 'offline', title: '', detail: '' });
  },
};

/** The server, as its own description says it: `await api.GET('/api/v1/clients/{id}', { params: { path: { id } } })`. */
export const api = createFetchClient<paths>({ baseUrl: location.origin, credentials: 'same-origin' });
api.use(inLanguageOfPage, problemsAreThrown);

/** The same for components: `query.useQuery('get', '/api/v1/clients')`, `query.useMutation('post', …)`. */
export const query = createQueryClient(api);

/** The answer's body of a call that throws its problems: present unless the server answered without one. */
export async function bodyOf<Body>(call: Promise<{ data?: Body; response: Response }>): Promise<Body> {
  const { data, response } = await call;
  if (data === undefined)
    throw new ApiProblem({ status: response.status, code: 'empty_answer', title: '', detail: '' });
  return data;
}

/** The header that makes a creating call safe to send twice. */
export interface KeyHeader {
  readonly [name: string]: string;
  readonly 'Idempotency-Key': string;
}

/** A key that makes a creating call safe to send twice. */
export function idempotencyKey(): KeyHeader {
  return { 'Idempotency-Key': randomId() };
}

/** A name nothing else has. `crypto.randomUUID` exists on https and localhost only; a team may well use plain http inside its own network. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
