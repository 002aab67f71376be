import { useQueryClient } from '@tanstack/react-query';
import { api, query } from '../../api/client.js';
import type { paths } from '../../api/schema.generated.js';
import type { AnswerOf, ItemOf } from '../../api/views.js';

export type Mailbox = ItemOf<'/api/v1/mailboxes'>;
export type OauthApp = ItemOf<'/api/v1/oauth-apps'>;
export type DomainChecks = NonNullable<Mailbox['domainChecks']>;
type Posted<Path extends keyof paths, Status extends 200 | 201 = 200> = paths[Path] extends {
  post: { responses: { [Key in Status]: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;
export type Guess = Posted<'/api/v1/mailboxes/guess'>;
export type Trial = Posted<'/api/v1/mailboxes/test'>;
export type ServerTrial = Trial['smtp'];
export type MailServer = AnswerOf<'/api/v1/mailboxes/{id}'>['smtp'];

export const mailboxesQuery = query.queryOptions('get', '/api/v1/mailboxes');
export const oauthAppsQuery = query.queryOptions('get', '/api/v1/oauth-apps');
export const caughtQuery = query.queryOptions('get', '/api/v1/mail-catcher');

const at = (id: string) => ({ params: { path: { id } } });

/** One mailbox. */
export function mailboxQuery(id: string) {
  return query.queryOptions('get', '/api/v1/mailboxes/{id}', at(id));
}

/** Acts on a mailbox. */
export const acts = {
  pause: (id: string, reason: string) =>
    api.POST('/api/v1/mailboxes/{id}/pause', { ...at(id), body: { reason } }),
  resume: (id: string) => api.POST('/api/v1/mailboxes/{id}/resume', at(id)),
  archive: (id: string) => api.POST('/api/v1/mailboxes/{id}/archive', at(id)),
  answerHistory: (id: string, allowed: boolean) =>
    api.POST('/api/v1/mailboxes/{id}/read-history', { ...at(id), body: { allowed } }),
} as const;

/** Asks everything about mailboxes again. */
export function useRefreshMailboxes(): () => Promise<void> {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey: [, path] }) => typeof path === 'string' && path.startsWith('/api/v1/mailboxes'),
    });
}
