import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, bodyOf, type KeyHeader } from '../../../api/client.js';
import { pagesOf } from '../../../api/pages.js';
import type {
  CustomFieldChange,
  NewCustomField,
  NewExclusions,
  TagView,
} from '../../../api/prospect-views.js';
import { prospectKeys } from '../prospects-api.js';

const PAGE_OF_ROWS = 100;

/** The team's own fields of all kinds of records, archived ones too. */
export const allOwnFields = queryOptions({
  queryKey: [...prospectKeys.fields, 'all'] as const,
  queryFn: async ({ signal }) => (await bodyOf(api.GET('/api/v1/custom-fields', { signal }))).items,
});

/** The sites a client wants no link from. */
export function exclusionList(clientId: string) {
  return infiniteQueryOptions({
    queryKey: ['prospects', 'exclusions', clientId] as const,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/clients/{id}/exclusions', {
        params: { path: { id: clientId }, query: { limit: PAGE_OF_ROWS, ...start } },
        signal,
      }),
    ),
  });
}

const at = (id: string) => ({ params: { path: { id } } });

/** What is done with own fields, tags and exclusions. */
export const settingsActs = {
  addField: (body: NewCustomField, headers: KeyHeader) =>
    api.POST('/api/v1/custom-fields', { body, headers }),
  changeField: (id: string, body: CustomFieldChange) =>
    api.PATCH('/api/v1/custom-fields/{id}', { ...at(id), body }),
  archiveField: (id: string) => api.POST('/api/v1/custom-fields/{id}/archive', at(id)),
  addTag: (body: Pick<TagView, 'kind' | 'name'>, headers: KeyHeader) =>
    api.POST('/api/v1/tags', { body, headers }),
  renameTag: (id: string, name: string) => api.PATCH('/api/v1/tags/{id}', { ...at(id), body: { name } }),
  removeTag: (id: string) => api.DELETE('/api/v1/tags/{id}', at(id)),
  exclude: (clientId: string, body: NewExclusions, headers: KeyHeader) =>
    bodyOf(api.POST('/api/v1/clients/{id}/exclusions', { ...at(clientId), body, headers })),
  include: (clientId: string, exclusionId: string) =>
    api.DELETE('/api/v1/clients/{id}/exclusions/{exclusionId}', {
      params: { path: { id: clientId, exclusionId } },
    }),
} as const;
