import { infiniteQueryOptions } from '@tanstack/react-query';
import { bodyOf } from '../api/client.js';
import { loose } from '../api/not-described-yet.js';
import type { Page } from '../api/placement-views.js';

/** The records that have a timeline and take notes. */
export type TimelineKind = 'site' | 'publisher' | 'contact' | 'prospect' | 'relationship';

export interface TimelineEntry {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly actorName: string | null;
  readonly clientName: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly note: { readonly id: string; readonly body: string } | null;
}

const PAGE_OF_EVENTS = 50;

/** What happened to a record and who did it, newest first. */
export function recordTimeline(subjectKind: TimelineKind, subjectId: string) {
  return infiniteQueryOptions({
    queryKey: ['timelines', subjectKind, subjectId] as const,
    queryFn: ({ pageParam, signal }) =>
      bodyOf(
        loose.GET<Page<TimelineEntry>>('/api/v1/timelines/{subjectKind}/{subjectId}', {
          params: {
            path: { subjectKind, subjectId },
            query: { limit: PAGE_OF_EVENTS, ...(pageParam ? { cursor: pageParam } : {}) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** Notes of people on a record. */
export const noteActs = {
  write: (subjectKind: TimelineKind, subjectId: string, body: string, headers: object) =>
    loose.POST('/api/v1/notes', { body: { subjectKind, subjectId, body }, headers }),
  remove: (id: string) => loose.POST('/api/v1/notes/{id}/remove', { params: { path: { id } } }),
} as const;
