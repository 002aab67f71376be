import { api } from './client.js';

interface Init {
  readonly params?: { readonly path?: object; readonly query?: object };
  readonly body?: object;
  readonly headers?: object;
  readonly signal?: AbortSignal;
}
type Call = <Body = void>(path: string, init?: Init) => Promise<{ data?: Body; response: Response }>;

/** The same client for calls the server's description does not hold yet. */
export const loose = api as unknown as Readonly<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', Call>>;
