import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, type KeyHeader } from '../api/client.js';
import { pagesOf } from '../api/pages.js';
import type { components, paths } from '../api/schema.generated.js';

type Views = components['schemas'];

/** The records that have a timeline. */
export type TimelineKind =
  paths['/api/v1/timelines/{subjectKind}/{subjectId}']['get']['parameters']['path']['subjectKind'];
export type TimelineEntry = Views['TimelineEntry'];

/** What a note is written on; one about a prospect stands on its site. */
export interface NoteSubject {
  readonly kind: Views['NoteSubject'];
  readonly id: string;
}

/** The key under which all timelines are kept: one event may stand on several. */
export const TIMELINES = ['timelines'] as const;

const PAGE_OF_EVENTS = 50;

/** What happened to a record and who did it, newest first. */
export function recordTimeline(subjectKind: TimelineKind, subjectId: string) {
  return infiniteQueryOptions({
    queryKey: [...TIMELINES, subjectKind, subjectId] as const,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/timelines/{subjectKind}/{subjectId}', {
        params: { path: { subjectKind, subjectId }, query: { limit: PAGE_OF_EVENTS, ...start } },
        signal,
      }),
    ),
  });
}

/** Notes of people on a record. */
export const noteActs = {
  write: ({ kind, id }: NoteSubject, body: string, headers: KeyHeader) =>
    api.POST('/api/v1/notes', { body: { subjectKind: kind, subjectId: id, body }, headers }),
  remove: (id: string) => api.POST('/api/v1/notes/{id}/remove', { params: { path: { id } } }),
} as const;
