import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf, type KeyHeader } from '../../../api/client.js';
import type { components } from '../../../api/schema.generated.js';

type Views = components['schemas'];
export type PageReading = Views['PageReadingResult'];
export type TextReading = Views['TextReading'];
export type ReadRequest = Views['ReadRequest'];
export type LookedLink = Views['LookedLink'];
export type ProposedField = Views['ProposedFieldView'];
export type NewPitch = Views['NewPitch'];
export type Proof = Views['PitchProof'];

const LOOK_AGAIN_MS = 1000;

/** A reading on its way: asked for anew until it is over. */
export function pageReading(id: string) {
  return queryOptions({
    queryKey: ['suggestions', 'reading', id] as const,
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/suggestions/readings/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) =>
      state.data?.state === 'done' || state.data?.state === 'failed' ? false : LOOK_AGAIN_MS,
    staleTime: 0,
  });
}

/** What can be read and made by hand. */
export const byHandActs = {
  readPage: (campaignId: string, url: string) =>
    bodyOf(api.POST('/api/v1/suggestions/read-page', { body: { campaignId, url } })),
  readText: (campaignId: string, text: string) =>
    bodyOf(api.POST('/api/v1/suggestions/read-text', { body: { campaignId, text } })),
  addPitch: (id: string, body: NewPitch, headers: KeyHeader) =>
    bodyOf(api.POST('/api/v1/campaigns/{id}/pitches', { params: { path: { id } }, body, headers })),
  prove: (id: string) => bodyOf(api.POST('/api/v1/pitches/{id}/prove', { params: { path: { id } } })),
} as const;
