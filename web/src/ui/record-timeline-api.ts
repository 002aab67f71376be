import { infiniteQueryOptions } from '@tanstack/react-query';
import { bodyOf } from '../api/client.js';
import { loose } from '../api/not-described-yet.js';
import type { Page } from '../api/placement-views.js';

/** The records that have a timeline. */
export type TimelineKind = 'site' | 'publisher' | 'contact' | 'prospect' | 'relationship';

/** What a note is written on; one about a prospect stands on its site. */
export interface NoteSubject {
  readonly kind: Exclude<TimelineKind, 'prospect'>;
  readonly id: string;
}

export interface TimelineEntry {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly actorName: string | null;
  readonly clientName: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly note: { readonly id: string; readonly body: string; readonly mayRemove: boolean } | null;
}

/** The key under which all timelines are kept: one event may stand on several. */
export const TIMELINES = ['timelines'] as const;

const PAGE_OF_EVENTS = 50;

/** What happened to a record and who did it, newest first. */
export function recordTimeline(subjectKind: TimelineKind, subjectId: string) {
  return infiniteQueryOptions({
    queryKey: [...TIMELINES, subjectKind, subjectId] as const,
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
  write: ({ kind, id }: NoteSubject, body: string, headers: object) =>
    loose.POST('/api/v1/notes', { body: { subjectKind: kind, subjectId: id, body }, headers }),
  remove: (id: string) => loose.POST('/api/v1/notes/{id}/remove', { params: { path: { id } } }),
} as const;
