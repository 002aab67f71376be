import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, query } from '../../api/client.js';
import { pagesOf } from '../../api/pages.js';
import type { AnswerOf, ItemOf } from '../../api/views.js';

export type Double = ItemOf<'/api/v1/doubles'>;
export type Merge = ItemOf<'/api/v1/merges'>;
export type MergePreview = AnswerOf<'/api/v1/merges/preview'>;
export type MergeKind = Double['kind'];
export type MergeField = MergePreview['fields'][number];
export type MergeChoice = MergeField['proposed'];

export const MERGE_KINDS: readonly MergeKind[] = ['contact', 'publisher', 'site'];

export function isMergeKind(value: unknown): value is MergeKind {
  return MERGE_KINDS.some((kind) => kind === value);
}

/** Pairs of a kind that look like one, page after page. */
export function doublesQuery(kind: MergeKind) {
  return infiniteQueryOptions({
    queryKey: ['doubles', kind],
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/doubles', { params: { query: { kind, ...start } }, signal }),
    ),
  });
}

/** What was merged and split, the newest first. */
export const mergesQuery = query.queryOptions('get', '/api/v1/merges', { params: { query: { limit: 20 } } });

export function previewQuery(pair: { kind: MergeKind; keptId: string; otherId: string }) {
  return query.queryOptions('get', '/api/v1/merges/preview', { params: { query: pair } });
}

export const acts = {
  merge: (body: { kind: MergeKind; keptId: string; otherId: string; choices: Record<string, MergeChoice> }) =>
    api.POST('/api/v1/merges', { body }),
  undo: (id: string) => api.POST('/api/v1/merges/{id}/undo', { params: { path: { id } } }),
  dismiss: (body: { kind: MergeKind; firstId: string; secondId: string }) =>
    api.POST('/api/v1/doubles/dismiss', { body }),
} as const;
