import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { bodyOf } from '../../../api/client.js';
import { loose } from '../../../api/not-described-yet.js';
import type { Page } from '../../../api/placement-views.js';
import type { ExclusionView, OwnField, SuppressionView, TagView } from '../../../api/prospect-views.js';
import { prospectKeys } from '../prospects-api.js';

const PAGE_OF_ROWS = 100;

/** The team's own fields of all kinds of records, archived ones too. */
export const allOwnFields = queryOptions({
  queryKey: [...prospectKeys.fields, 'all'] as const,
  queryFn: async ({ signal }) =>
    (await bodyOf(loose.GET<{ items: OwnField[] }>('/api/v1/custom-fields', { signal }))).items,
});

/** Whom the team must not contact, newest first. */
export function suppressionList(search: string) {
  const query = search === '' ? {} : { search };
  return infiniteQueryOptions({
    queryKey: ['prospects', 'suppressions', query] as const,
    queryFn: ({ pageParam, signal }) =>
      bodyOf(
        loose.GET<Page<SuppressionView>>('/api/v1/suppressions', {
          params: { query: { ...query, limit: PAGE_OF_ROWS, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** The sites a client wants no link from. */
export function exclusionList(clientId: string) {
  return infiniteQueryOptions({
    queryKey: ['prospects', 'exclusions', clientId] as const,
    queryFn: ({ pageParam, signal }) =>
      bodyOf(
        loose.GET<Page<ExclusionView>>('/api/v1/clients/{id}/exclusions', {
          params: {
            path: { id: clientId },
            query: { limit: PAGE_OF_ROWS, ...(pageParam ? { cursor: pageParam } : {}) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export interface AddedExclusions {
  readonly added: number;
  readonly known: number;
  readonly errors: readonly { readonly lineNo: number; readonly text: string }[];
}

const at = (id: string) => ({ params: { path: { id } } });

/** What is done with own fields, tags, exclusions and do-not-contact entries. */
export const settingsActs = {
  addField: (body: object, headers: object) => loose.POST('/api/v1/custom-fields', { body, headers }),
  changeField: (id: string, body: object) => loose.PATCH('/api/v1/custom-fields/{id}', { ...at(id), body }),
  archiveField: (id: string) => loose.POST('/api/v1/custom-fields/{id}/archive', at(id)),
  addTag: (body: Pick<TagView, 'kind' | 'name'>, headers: object) =>
    loose.POST('/api/v1/tags', { body, headers }),
  renameTag: (id: string, name: string) => loose.PATCH('/api/v1/tags/{id}', { ...at(id), body: { name } }),
  removeTag: (id: string) => loose.DELETE('/api/v1/tags/{id}', at(id)),
  addSuppression: (body: object, headers: object) => loose.POST('/api/v1/suppressions', { body, headers }),
  lift: (id: string) => loose.POST('/api/v1/suppressions/{id}/lift', at(id)),
  exclude: (clientId: string, body: object, headers: object) =>
    bodyOf(
      loose.POST<AddedExclusions>('/api/v1/clients/{id}/exclusions', { ...at(clientId), body, headers }),
    ),
  include: (clientId: string, exclusionId: string) =>
    loose.DELETE('/api/v1/clients/{id}/exclusions/{exclusionId}', {
      params: { path: { id: clientId, exclusionId } },
    }),
} as const;
