import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import { pagesOf } from '../../api/pages.js';
import type { paths } from '../../api/schema.generated.js';
import type { AnswerOf, ItemOf } from '../../api/views.js';
import { withoutNothing } from '../../ui/address-words.js';

export type ReclamationRow = ItemOf<'/api/v1/reclamations'>;
export type Reclamation = AnswerOf<'/api/v1/reclamations/{id}'>;
export type ReclamationLine = Reclamation['lines'][number];
export type ReclamationAct = Reclamation['acts'][number];

type AskedState = NonNullable<
  NonNullable<paths['/api/v1/reclamations']['get']['parameters']['query']>['state']
>;

/** What the address of the list says. */
export interface ReclamationSearch {
  readonly state?: AskedState;
  /** What the switch on top is set to. */
  readonly client?: string | undefined;
  /** A member's id. */
  readonly assignee?: string | undefined;
}

/** The states a list can be asked for, the open ones together first. */
export const ASKED_STATES = [
  'open',
  'proposed',
  'sent',
  'answered',
  'restored',
  'refused',
  'dismissed',
] as const;

export function isAskedState(value: unknown): value is AskedState {
  return ASKED_STATES.some((state) => state === value);
}

const keys = {
  all: ['reclamations'] as const,
  one: (id: string) => ['reclamations', 'one', id] as const,
};

/** What must be read again after an act. */
export const reclamationKeys = keys.all;

/** Reclamations, page after page; the open ones unless others are asked for. */
export function reclamationList({ state = 'open', assignee, client }: ReclamationSearch) {
  const query = withoutNothing({ state, clientId: client, assigneeMemberId: assignee });
  return infiniteQueryOptions({
    queryKey: [...keys.all, 'list', query],
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/reclamations', { params: { query: { ...query, ...start } }, signal }),
    ),
  });
}

/** One reclamation with its placements. */
export function reclamationDetail(id: string) {
  return queryOptions({
    queryKey: keys.one(id),
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/reclamations/{id}', { params: { path: { id } }, signal })),
  });
}

/** Does what a person decided; answers the reclamation as it is then. */
export function actOn(id: string, act: ReclamationAct, note: string): Promise<Reclamation> {
  const asked = { params: { path: { id } }, body: note.trim() === '' ? {} : { note } };
  switch (act) {
    case 'send':
      return bodyOf(api.POST('/api/v1/reclamations/{id}/send', asked));
    case 'answer':
      return bodyOf(api.POST('/api/v1/reclamations/{id}/answer', asked));
    case 'refuse':
      return bodyOf(api.POST('/api/v1/reclamations/{id}/refuse', asked));
    case 'dismiss':
      return bodyOf(api.POST('/api/v1/reclamations/{id}/dismiss', asked));
    case 'reopen':
      return bodyOf(api.POST('/api/v1/reclamations/{id}/reopen', { params: { path: { id } } }));
  }
}
