import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import { pagesOf } from '../../api/pages.js';
import type { components } from '../../api/schema.generated.js';
import { withoutNothing } from '../../ui/address-words.js';
import { TIMELINES } from '../../ui/record-timeline-api.js';
import type { InboxSearch } from './inbox-search.js';

type Views = components['schemas'];

export type ConversationRow = Views['ConversationRow'];
export type Conversation = Views['ConversationDetail'];
export type ConversationMessage = Views['ConversationMessage'];
export type InboundKind = Views['InboundKind'];
export type CorrectedKind = Views['CorrectedKind'];
export type MatchSuggestion = Views['MatchSuggestion'];
export type TermsFromMail = Views['TermsFromMail'];
export type TermProposal = Views['TermProposal'];
export type Pitch = Views['PitchDetail'];

/** What a person may say a mail is. */
export const CORRECTED_KINDS = [
  'reply',
  'auto_reply',
  'left_company',
  'bounce',
  'complaint',
  'unsubscribe',
  'other',
] as const satisfies readonly CorrectedKind[];

/** Mail comes in by itself; a stream that was away for a while is made up for by asking again. */
const ASK_AGAIN_MS = 120_000;

/** The second word is the path, by which news of the server find what is old. */
const keys = {
  lists: ['inbox', '/api/v1/conversations/list'] as const,
  one: (id: string) => ['inbox', '/api/v1/conversations/one', id] as const,
  suggestions: (id: string) => ['inbox', '/api/v1/conversations/suggestions', id] as const,
  html: (id: string) => ['inbox', '/api/v1/inbound-messages/html', id] as const,
};

const at = (id: string) => ({ params: { path: { id } } });

/** Conversations of a tab, page after page, the newest mail first. */
export function conversationList({
  tab = 'to_answer',
  mine,
  snoozed,
  mailbox,
  pitch,
  q,
  client,
}: InboxSearch) {
  const query = withoutNothing({
    state: tab,
    assigneeMemberId: mine ? 'me' : undefined,
    snoozed,
    mailboxId: mailbox,
    pitchId: pitch,
    clientId: client,
    search: q,
  });
  return infiniteQueryOptions({
    queryKey: [...keys.lists, query] as const,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/conversations', { params: { query: { ...query, ...start } }, signal }),
    ),
    refetchInterval: ASK_AGAIN_MS,
  });
}

/** A conversation with its mails. */
export function conversationDetail(id: string) {
  return queryOptions({
    queryKey: keys.one(id),
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/conversations/{id}', { ...at(id), signal })),
    refetchInterval: ASK_AGAIN_MS,
  });
}

/** What an unmatched conversation may belong to. */
export function matchSuggestions(id: string) {
  return queryOptions({
    queryKey: keys.suggestions(id),
    queryFn: async ({ signal }) =>
      (await bodyOf(api.GET('/api/v1/conversations/{id}/suggestions', { ...at(id), signal }))).items,
  });
}

/** A mail as its sender laid it out; still foreign, see `mail-page.ts`. */
export function mailHtml(messageId: string) {
  return queryOptions({
    queryKey: keys.html(messageId),
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/inbound-messages/{id}/html', { ...at(messageId), parseAs: 'text', signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** A pitch as the panel beside a conversation shows it. */
export function pitchOf(id: string) {
  return queryOptions({
    queryKey: ['pitches', 'one', id] as const,
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/pitches/{id}', { ...at(id), signal })),
  });
}

/** The site of a conversation. */
export function siteOf(id: string) {
  return queryOptions({
    queryKey: ['prospects', 'site', id, 'beside-mail'] as const,
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/sites/{id}', { ...at(id), signal })),
  });
}

/** What can be done with a conversation and its mails; each answers the conversation as it is then. */
export const inboxActs = {
  reply: (id: string, body: Views['ConversationReply']) =>
    bodyOf(api.POST('/api/v1/conversations/{id}/reply', { ...at(id), body })),
  assign: (id: string, memberId: string | null) =>
    bodyOf(api.POST('/api/v1/conversations/{id}/assign', { ...at(id), body: { memberId } })),
  snooze: (id: string, until: Date | null) =>
    bodyOf(
      api.POST('/api/v1/conversations/{id}/snooze', {
        ...at(id),
        body: { until: until === null ? null : until.toISOString() },
      }),
    ),
  done: (id: string) => bodyOf(api.POST('/api/v1/conversations/{id}/done', at(id))),
  reopen: (id: string) => bodyOf(api.POST('/api/v1/conversations/{id}/reopen', at(id))),
  note: (id: string, text: string) =>
    bodyOf(api.POST('/api/v1/conversations/{id}/notes', { ...at(id), body: { text } })),
  match: (id: string, body: Views['ConversationMatch']) =>
    bodyOf(api.POST('/api/v1/conversations/{id}/match', { ...at(id), body })),
  resume: (id: string, enrollmentId: string) =>
    bodyOf(api.POST('/api/v1/conversations/{id}/resume', { ...at(id), body: { enrollmentId } })),
  correct: (messageId: string, kind: CorrectedKind) =>
    bodyOf(api.POST('/api/v1/inbound-messages/{id}/correct', { ...at(messageId), body: { kind } })),
  recordTerms: (messageId: string, body: TermsFromMail) =>
    bodyOf(api.POST('/api/v1/inbound-messages/{id}/terms/record', { ...at(messageId), body })),
  dismissTerms: (messageId: string) =>
    bodyOf(api.POST('/api/v1/inbound-messages/{id}/terms/dismiss', at(messageId))),
  decideOptOut: (messageId: string, answer: 'suppress' | 'ignore') =>
    bodyOf(api.POST('/api/v1/inbound-messages/{id}/opt-out/decide', { ...at(messageId), body: { answer } })),
  move: (pitchId: string, to: string, revision: number) =>
    bodyOf(api.POST('/api/v1/pitches/{id}/move', { ...at(pitchId), body: { to, revision } })),
} as const;

/** Shows a conversation as the server answered it, and asks again for all that shows it, too. */
export async function showConversation(queries: QueryClient, conversation: Conversation): Promise<void> {
  queries.setQueryData(keys.one(conversation.id), conversation);
  await refreshInbox(queries);
}

/** Asks again for the lists, the counts and what an answer changes elsewhere. */
export async function refreshInbox(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: keys.lists }),
    queries.invalidateQueries({ queryKey: ['get', '/api/v1/inbox/counts'] }),
    queries.invalidateQueries({ queryKey: TIMELINES }),
    queries.invalidateQueries({ queryKey: ['pitches'] }),
  ]);
}

/** Asks again for one conversation. */
export function refreshConversation(queries: QueryClient, id: string): Promise<void> {
  return queries.invalidateQueries({ queryKey: keys.one(id) });
}
