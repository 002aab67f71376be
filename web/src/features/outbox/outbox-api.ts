import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import { pagesOf } from '../../api/pages.js';
import type { AnswerOf, ItemOf } from '../../api/views.js';
import { withoutNothing } from '../../ui/address-words.js';
import { TIMELINES } from '../../ui/record-timeline-api.js';
import type { OutboxSearch } from './outbox-search.js';

export type OutboxMail = ItemOf<'/api/v1/outbox'>;
export type OutboxDetail = AnswerOf<'/api/v1/outbox/{id}'>;

/** Mails leave by themselves; a stream that was away for a while is made up for by asking again. */
const ASK_AGAIN_MS = 60_000;

/** The second word is the path, by which news of the server find what is old. */
const keys = {
  all: ['outbox'] as const,
  list: ['outbox', '/api/v1/outbox/list'] as const,
  one: (id: string) => ['outbox', '/api/v1/outbox/one', id] as const,
  summary: ['outbox', '/api/v1/outbox/summary'] as const,
  sending: ['outbox', '/api/v1/sending'] as const,
};

const at = (id: string) => ({ params: { path: { id } } });

/** Mails in one state, page after page. */
export function outboxList({ state = 'waiting', mailbox, campaign, pitch, client }: OutboxSearch) {
  const query = withoutNothing({
    state,
    mailboxId: mailbox,
    campaignId: campaign,
    pitchId: pitch,
    clientId: client,
  });
  return infiniteQueryOptions({
    queryKey: [...keys.list, query] as const,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/outbox', { params: { query: { ...query, ...start } }, signal }),
    ),
    refetchInterval: ASK_AGAIN_MS,
  });
}

/** One mail with its whole text. */
export function outboxMail(id: string) {
  return queryOptions({
    queryKey: keys.one(id),
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/outbox/{id}', { ...at(id), signal })),
  });
}

/** How many wait, are held, are in doubt. */
export function outboxSummary() {
  return queryOptions({
    queryKey: keys.summary,
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/outbox/summary', { signal })),
    refetchInterval: ASK_AGAIN_MS,
  });
}

/** Whether anything is sent at all. */
export function sendingState() {
  return queryOptions({
    queryKey: keys.sending,
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/sending', { signal })),
    refetchInterval: ASK_AGAIN_MS,
  });
}

/** What can be done with mails on their way out. */
export const outboxActs = {
  sendNow: (id: string) => bodyOf(api.POST('/api/v1/outbox/{id}/send-now', at(id))),
  hold: (id: string) => bodyOf(api.POST('/api/v1/outbox/{id}/hold', at(id))),
  release: (id: string, overrideCodes: string[]) =>
    bodyOf(api.POST('/api/v1/outbox/{id}/release', { ...at(id), body: { overrideCodes } })),
  cancel: (id: string) => bodyOf(api.POST('/api/v1/outbox/{id}/cancel', at(id))),
  settle: (id: string, was: 'sent' | 'not_sent') =>
    bodyOf(api.POST('/api/v1/outbox/{id}/settle', { ...at(id), body: { was } })),
  pauseAll: () => bodyOf(api.POST('/api/v1/sending/pause', {})),
  resumeAll: () => bodyOf(api.POST('/api/v1/sending/resume', {})),
  resumeUnreconciled: (reason: string) =>
    bodyOf(api.POST('/api/v1/sending/resume-unreconciled', { body: { reason } })),
} as const;

/** Asks again for everything a mail on its way out stands on. */
export async function refreshOutbox(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: keys.all }),
    queries.invalidateQueries({ queryKey: TIMELINES }),
    queries.invalidateQueries({ queryKey: ['get', '/api/v1/today'] }),
  ]);
}
