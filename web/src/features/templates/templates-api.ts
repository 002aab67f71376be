import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, bodyOf, type KeyHeader } from '../../api/client.js';
import type { components } from '../../api/schema.generated.js';
import { TIMELINES } from '../../ui/record-timeline-api.js';
import type { TemplateSearch } from './template-search.js';
import type { TemplateDraft, TemplateLocale } from './template-views.js';

type Bodies = components['schemas'];

export const TEMPLATES = ['templates'] as const;

function filterOf({ kind, locale, search, archived }: TemplateSearch) {
  return {
    ...(kind ? { kind } : {}),
    ...(locale ? { locale: locale as TemplateLocale } : {}),
    ...(search ? { search } : {}),
    ...(archived ? { archived } : {}),
  };
}

/** The templates of a search, read whole. */
export function templateList(search: TemplateSearch) {
  const query = filterOf(search);
  return queryOptions({
    queryKey: [...TEMPLATES, 'list', query] as const,
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/templates', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** One template with its words and what is to be said about them. */
export function templateDetail(id: string) {
  return queryOptions({
    queryKey: [...TEMPLATES, 'one', id] as const,
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/templates/{id}', { params: { path: { id } }, signal })),
  });
}

export function templateVersions(id: string) {
  return queryOptions({
    queryKey: [...TEMPLATES, 'one', id, 'versions'] as const,
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/templates/{id}/versions', { params: { path: { id } }, signal })),
  });
}

/** The variables of a kind, with examples in the language of the template. */
export function templateVariables(kind: string | null, locale: TemplateLocale) {
  return queryOptions({
    queryKey: [...TEMPLATES, 'variables', kind, locale] as const,
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/template-variables', {
          params: { query: { locale, ...(kind ? { kind } : {}) } },
          signal,
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function templateStarters(search: TemplateSearch) {
  const { kind, locale } = filterOf(search);
  const query = { ...(kind ? { kind } : {}), ...(locale ? { locale } : {}) };
  return queryOptions({
    queryKey: [...TEMPLATES, 'starters', query] as const,
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/template-starters', { params: { query }, signal })),
  });
}

export function snippetList(locale?: TemplateLocale) {
  const query = locale ? { locale } : {};
  return queryOptions({
    queryKey: [...TEMPLATES, 'snippets', query] as const,
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/snippets', { params: { query }, signal })),
  });
}

/** The kinds of campaigns by name. */
export const kindNames = queryOptions({
  queryKey: ['campaign-kinds', 'names'] as const,
  queryFn: async ({ signal }) => {
    const { items } = await bodyOf(api.GET('/api/v1/campaign-kinds', { signal }));
    return items.map(({ key, name }) => ({ key, name }));
  },
});

/** What is wrong and what is doubtful about words that are not saved. */
export function lintOf(draft: TemplateDraft) {
  return queryOptions({
    queryKey: [...TEMPLATES, 'lint', draft] as const,
    queryFn: ({ signal }) => bodyOf(api.POST('/api/v1/templates/lint', { body: draft, signal })),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
}

/** Pitches to try a template with, by what is typed. */
export function pitchChoices(kind: string | null, words: string) {
  const query = { limit: 20, ...(kind ? { kind } : {}), ...(words ? { search: words } : {}) };
  return queryOptions({
    queryKey: ['pitches', 'choices', query] as const,
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/pitches', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** A draft filled in with what is known of a pitch. */
export function previewOf(pitchId: string, draft: Bodies['MailDraft']) {
  return queryOptions({
    queryKey: [...TEMPLATES, 'preview', pitchId, draft] as const,
    queryFn: ({ signal }) =>
      bodyOf(
        api.POST('/api/v1/pitches/{id}/mail-preview', {
          params: { path: { id: pitchId } },
          body: { draft },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
}

const at = (id: string) => ({ params: { path: { id } } });

/** What can be done with templates and snippets. */
export const templateActs = {
  add: (body: Bodies['NewTemplate'], headers: KeyHeader) =>
    bodyOf(api.POST('/api/v1/templates', { body, headers })),
  change: (id: string, body: Bodies['TemplateChange']) =>
    bodyOf(api.PATCH('/api/v1/templates/{id}', { ...at(id), body })),
  save: (id: string, body: Bodies['NewTemplateVersion'], headers: KeyHeader) =>
    bodyOf(api.POST('/api/v1/templates/{id}/versions', { ...at(id), body, headers })),
  restoreVersion: (id: string, versionId: string) =>
    bodyOf(
      api.POST('/api/v1/templates/{id}/versions/{versionId}/restore', {
        params: { path: { id, versionId } },
      }),
    ),
  archive: (id: string) => api.POST('/api/v1/templates/{id}/archive', at(id)),
  restore: (id: string) => api.POST('/api/v1/templates/{id}/restore', at(id)),
  addSnippet: (body: Bodies['NewSnippet'], headers: KeyHeader) =>
    bodyOf(api.POST('/api/v1/snippets', { body, headers })),
  changeSnippet: (id: string, body: Bodies['SnippetChange']) =>
    bodyOf(api.PATCH('/api/v1/snippets/{id}', { ...at(id), body })),
  archiveSnippet: (id: string) => api.POST('/api/v1/snippets/{id}/archive', at(id)),
  restoreSnippet: (id: string) => api.POST('/api/v1/snippets/{id}/restore', at(id)),
} as const;

/** Asks again for everything about templates. */
export async function refreshTemplates(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: TEMPLATES }),
    queries.invalidateQueries({ queryKey: TIMELINES }),
  ]);
}
