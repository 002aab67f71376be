import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, bodyOf, idempotencyKey, type KeyHeader } from '../../api/client.js';
import type { components, operations } from '../../api/schema.generated.js';
import type { EnrolChoice } from '../../ui/enrol-choice.js';
import type { SequenceSearch } from './sequence-search.js';

type Bodies = components['schemas'];
export type SequenceRow = Bodies['SequenceRow'];
export type SequenceDetail = Bodies['SequenceDetail'];
export type SequenceFinding = Bodies['SequenceFindingView'];
export type StepWish = Bodies['SequenceStepWish'];
export type PitchPreview = Bodies['PitchPreview'];
export type StepPreview = Bodies['StepPreview'];
export type StepEdit = Bodies['StepEdit'];
export type EnrolCheck = Bodies['EnrollmentCheck'];
export type EnrolRefusal = Bodies['EnrollRefusal'];

export const SEQUENCES = ['sequences'] as const;

/** The sequences of a search, read whole. */
export function sequenceList({ kind, archived }: SequenceSearch) {
  const query = { ...(kind ? { kind } : {}), ...(archived ? { archived } : {}) };
  return queryOptions({
    queryKey: [...SEQUENCES, 'list', query] as const,
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/sequences', { params: { query }, signal })),
  });
}

export function sequenceDetail(id: string) {
  return queryOptions({
    queryKey: [...SEQUENCES, 'one', id] as const,
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/sequences/{id}', { params: { path: { id } }, signal })),
  });
}

/** What is found about steps that are being written. */
export function sequenceFindings(id: string, steps: readonly StepWish[]) {
  const body = { steps: [...steps] };
  return queryOptions({
    queryKey: [...SEQUENCES, 'check', id, body] as const,
    queryFn: ({ signal }) =>
      bodyOf(api.POST('/api/v1/sequences/{id}/check', { params: { path: { id } }, body, signal })),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
}

/** The templates a step can take. */
export const templateNames = queryOptions({
  queryKey: ['templates', 'names'] as const,
  queryFn: async ({ signal }) => {
    const { items } = await bodyOf(api.GET('/api/v1/templates', { params: { query: {} }, signal }));
    return items.map(({ id, name, subject, kind, locale }) => ({ id, name, subject, kind, locale }));
  },
});

/** The mailboxes mails can leave from. */
export const mailboxNames = queryOptions({
  queryKey: ['mailboxes', 'names'] as const,
  queryFn: async ({ signal }) => {
    const { items } = await bodyOf(api.GET('/api/v1/mailboxes', { params: { query: {} }, signal }));
    return items.map(({ id, address, signIn }) => ({ id, address, isCatcher: signIn === 'catcher' }));
  },
});

/** The kinds of campaigns by name. */
export const kindNames = queryOptions({
  queryKey: ['campaign-kinds', 'names'] as const,
  queryFn: async ({ signal }) => {
    const { items } = await bodyOf(api.GET('/api/v1/campaign-kinds', { signal }));
    return items.map(({ key, name }) => ({ key, name }));
  },
});

/** Every mail that would leave, when, and what stands against it. */
export function enrolPreview(wish: Bodies['EnrollmentPreviewWish'] | null) {
  return queryOptions({
    queryKey: ['enrollments', 'preview', wish] as const,
    queryFn: ({ signal }) =>
      bodyOf(
        api.POST('/api/v1/enrollments/preview', {
          body: wish as Bodies['EnrollmentPreviewWish'],
          signal,
        }),
      ),
    enabled: wish !== null,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
}

type CheckQuery = Pick<
  NonNullable<operations['getEnrollmentCheck']['parameters']['query']>,
  'canEnroll' | 'code' | 'cursor' | 'limit'
>;

/** What a look at many pitches found, a page of it. */
export function enrolCheck(id: string, query: CheckQuery) {
  return queryOptions({
    queryKey: ['enrollment-checks', id, query] as const,
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/enrollment-checks/{id}', { params: { path: { id }, query }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** Looks at what was chosen, before anybody is enrolled. */
export function startCheck(
  choice: EnrolChoice,
  target: Pick<Bodies['EnrollmentCheckWish'], 'sequenceId' | 'mailboxId' | 'startOn'>,
) {
  const { of: _of, size: _size, ...chosen } = choice;
  const named =
    choice.of === 'prospects' ? { prospects: chosen } : 'ids' in chosen ? { pitchIds: chosen.ids } : chosen;
  const body = { ...target, ...named } as Bodies['EnrollmentCheckWish'];
  return bodyOf(api.POST('/api/v1/enrollment-checks', { body, headers: idempotencyKey() }));
}

const at = (id: string) => ({ params: { path: { id } } });

/** What can be done with sequences. */
export const sequenceActs = {
  add: (body: Bodies['NewSequence'], headers: KeyHeader) =>
    bodyOf(api.POST('/api/v1/sequences', { body, headers })),
  change: (id: string, body: Bodies['SequenceChange']) =>
    bodyOf(api.PATCH('/api/v1/sequences/{id}', { ...at(id), body })),
  archive: (id: string) => bodyOf(api.POST('/api/v1/sequences/{id}/archive', at(id))),
  restore: (id: string) => bodyOf(api.POST('/api/v1/sequences/{id}/restore', at(id))),
  enroll: (body: Bodies['NewEnrollments'], headers: KeyHeader) =>
    bodyOf(api.POST('/api/v1/enrollments', { body, headers })),
  enrollChecked: (checkId: string, body: Bodies['EnrollmentCheckEnroll'], headers: KeyHeader) =>
    bodyOf(api.POST('/api/v1/enrollment-checks/{id}/enroll', { ...at(checkId), body, headers })),
  makeCatcher: () => bodyOf(api.POST('/api/v1/mailboxes/catcher')),
} as const;

/** Asks again for everything about sequences. */
export async function refreshSequences(queries: QueryClient): Promise<void> {
  await queries.invalidateQueries({ queryKey: SEQUENCES });
}
