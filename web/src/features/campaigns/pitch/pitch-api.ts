import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, bodyOf, type KeyHeader } from '../../../api/client.js';
import type { components } from '../../../api/schema.generated.js';
import { TIMELINES } from '../../../ui/record-timeline-api.js';
import { campaignKeys } from '../campaigns-api.js';

type Views = components['schemas'];

export type PitchDetail = Views['PitchDetail'];
export type PitchStep = Views['PitchStep'];
export type PitchContact = Views['PitchContact'];
export type PitchPlacement = Views['PitchPlacementView'];
export type KindField = Views['KindField'];
type PitchChange = Views['PitchChange'];
type WonWish = Views['WonWish'];

const keyOf = (id: string) => ['pitches', 'one', id] as const;
const at = (id: string) => ({ params: { path: { id } } });

/** One pitch with all that is known. */
export function pitchDetail(id: string) {
  return queryOptions({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/pitches/{id}', { ...at(id), signal })),
  });
}

/** Contacts that can be asked: those of the site, or whose name holds the words. */
export function contactChoices(siteId: string | null, search: string) {
  const query = { limit: 20, ...(search === '' && siteId !== null ? { siteId } : { search }) };
  return queryOptions({
    queryKey: ['pitches', 'contact-choices', query] as const,
    queryFn: async ({ signal }) =>
      (await bodyOf(api.GET('/api/v1/contacts', { params: { query }, signal }))).items,
    enabled: search !== '' || siteId !== null,
  });
}

/** What can be done with a pitch; each answers it as it stands then. */
export const pitchActs = {
  change: (id: string, body: PitchChange) => bodyOf(api.PATCH('/api/v1/pitches/{id}', { ...at(id), body })),
  setContacts: (id: string, contactIds: string[]) =>
    bodyOf(api.PUT('/api/v1/pitches/{id}/contacts', { ...at(id), body: { contactIds } })),
  move: (id: string, to: string, revision: number) =>
    bodyOf(api.POST('/api/v1/pitches/{id}/move', { ...at(id), body: { to, revision } })),
  win: (id: string, body: WonWish, headers: KeyHeader) =>
    bodyOf(api.POST('/api/v1/pitches/{id}/won', { ...at(id), body, headers })),
  pause: (id: string, until: string | null) =>
    bodyOf(api.POST('/api/v1/pitches/{id}/pause', { ...at(id), body: { until } })),
  resume: (id: string) => bodyOf(api.POST('/api/v1/pitches/{id}/resume', at(id))),
  lose: (id: string, reason: string, note: string) =>
    bodyOf(api.POST('/api/v1/pitches/{id}/lose', { ...at(id), body: { reason, note } })),
  reopen: (id: string) => bodyOf(api.POST('/api/v1/pitches/{id}/reopen', { ...at(id), body: {} })),
  archive: (id: string) => bodyOf(api.POST('/api/v1/pitches/{id}/archive', at(id))),
  restore: (id: string) => bodyOf(api.POST('/api/v1/pitches/{id}/restore', at(id))),
  addFile: (id: string, field: string, file: File) => {
    const form = new FormData();
    form.set('field', field);
    form.set('file', file);
    const body = { field, file: '' };
    return bodyOf(api.POST('/api/v1/pitches/{id}/files', { ...at(id), body, bodySerializer: () => form }));
  },
  removeFile: (fileId: string) => bodyOf(api.DELETE('/api/v1/pitch-files/{id}', at(fileId))),
} as const;

/** Shows a pitch as the server answered it, and asks again for all that shows it, too. */
export async function showPitch(queries: QueryClient, pitch: PitchDetail): Promise<void> {
  queries.setQueryData(keyOf(pitch.id), pitch);
  await Promise.all([
    queries.invalidateQueries({ queryKey: TIMELINES }),
    queries.invalidateQueries({ queryKey: campaignKeys.all }),
    queries.invalidateQueries({ queryKey: campaignKeys.boards, refetchType: 'none' }),
    queries.invalidateQueries({ queryKey: [...campaignKeys.pitches, 'list'], refetchType: 'none' }),
  ]);
}
