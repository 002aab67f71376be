import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, bodyOf, type KeyHeader } from '../api/client.js';
import { pagesOf } from '../api/pages.js';
import type { components, paths } from '../api/schema.generated.js';
import { TIMELINES } from './record-timeline-api.js';

export type Task = components['schemas']['TaskView'];
export type NewTask = components['schemas']['NewTask'];
export type TaskChange = components['schemas']['TaskChange'];
export type TaskAction = components['schemas']['TaskAction'];
export type TaskActionParams = components['schemas']['TaskActionParams'];
export type DueState = components['schemas']['DueState'];
export type TaskKind = components['schemas']['TaskKind'];
export type TaskFilter = Omit<
  NonNullable<paths['/api/v1/tasks']['get']['parameters']['query']>,
  'cursor' | 'limit' | 'sort'
>;

const PAGE_OF_ROWS = 100;

/** Under which answers about tasks are kept. */
export const TASKS = ['tasks'] as const;

/** Under which what waits for whoever looks is kept; tasks are part of it. */
export const MY_DAY = ['get', '/api/v1/my-day'] as const;

/** The tasks of a filter, what is due first, page after page. */
export function taskList(filter: TaskFilter) {
  return infiniteQueryOptions({
    queryKey: [...TASKS, 'list', filter] as const,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/tasks', { params: { query: { ...filter, limit: PAGE_OF_ROWS, ...start } }, signal }),
    ),
  });
}

/** How many tasks are open, overdue and due today. */
export function taskCounts(filter: TaskFilter) {
  return queryOptions({
    queryKey: [...TASKS, 'counts', filter] as const,
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/tasks/counts', { params: { query: filter }, signal })),
  });
}

const at = (id: string) => ({ params: { path: { id } } });

/** What can be done with tasks. */
export const taskActs = {
  add: (body: NewTask, headers: KeyHeader) => bodyOf(api.POST('/api/v1/tasks', { body, headers })),
  change: (id: string, body: TaskChange) => bodyOf(api.PATCH('/api/v1/tasks/{id}', { ...at(id), body })),
  finish: (id: string) => bodyOf(api.POST('/api/v1/tasks/{id}/done', { ...at(id), body: {} })),
  reopen: (id: string) => bodyOf(api.POST('/api/v1/tasks/{id}/reopen', at(id))),
  remove: (id: string) => bodyOf(api.POST('/api/v1/tasks/{id}/remove', at(id))),
} as const;

/** Asks anew for everything that shows tasks. */
export async function refreshTasks(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: TASKS }),
    queries.invalidateQueries({ queryKey: TIMELINES }),
    queries.invalidateQueries({ queryKey: MY_DAY }),
  ]);
}
