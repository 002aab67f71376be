import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import type { components } from '../api/schema.generated.js';
import { TIMELINES } from './record-timeline-api.js';

type Views = components['schemas'];
export type EnrollmentRow = Views['EnrollmentRow'];
export type EnrollmentDetail = Views['EnrollmentDetail'];
export type EnrollmentStep = Views['EnrollmentStepView'];

export const ENROLLMENTS = ['enrollments'] as const;

/** Enrolments by what they belong to, newest first. */
export function enrollmentList(query: {
  readonly pitchId?: string;
  readonly sequenceId?: string;
  readonly state?: string;
  readonly limit?: number;
}) {
  return queryOptions({
    queryKey: [...ENROLLMENTS, 'list', query] as const,
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/enrollments', { params: { query }, signal })),
  });
}

/** One enrolment with its steps. */
export function enrollmentDetail(id: string) {
  return queryOptions({
    queryKey: [...ENROLLMENTS, 'one', id] as const,
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/enrollments/{id}', { params: { path: { id } }, signal })),
  });
}

const at = (id: string) => ({ params: { path: { id } } });

/** What can be done with an enrolment. */
export const enrollmentActs = {
  approve: (id: string) => bodyOf(api.POST('/api/v1/enrollments/{id}/approve', at(id))),
  refuse: (id: string) => bodyOf(api.POST('/api/v1/enrollments/{id}/refuse', { ...at(id), body: {} })),
  pause: (id: string, until: string | null) =>
    bodyOf(api.POST('/api/v1/enrollments/{id}/pause', { ...at(id), body: { until } })),
  resume: (id: string) => bodyOf(api.POST('/api/v1/enrollments/{id}/resume', at(id))),
  stop: (id: string) => bodyOf(api.POST('/api/v1/enrollments/{id}/stop', at(id))),
  skip: (id: string, stepNo: number) =>
    bodyOf(api.POST('/api/v1/enrollments/{id}/skip', { ...at(id), body: { stepNo } })),
  move: (id: string, preview: boolean) =>
    bodyOf(api.POST('/api/v1/enrollments/{id}/move-to-current', { ...at(id), body: { preview } })),
  edit: (id: string, stepNo: number, body: Views['StepChange']) =>
    bodyOf(api.PATCH('/api/v1/enrollments/{id}/steps/{stepNo}', { params: { path: { id, stepNo } }, body })),
} as const;

/** Asks again for everything about enrolments. */
export async function refreshEnrollments(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ENROLLMENTS }),
    queries.invalidateQueries({ queryKey: ['sequences'] }),
    queries.invalidateQueries({ queryKey: TIMELINES }),
  ]);
}
