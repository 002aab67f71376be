import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, bodyOf, type KeyHeader } from '../../api/client.js';
import { pagesOf } from '../../api/pages.js';
import type { components } from '../../api/schema.generated.js';
import type { CourtesySearch } from './courtesy-search.js';

type Views = components['schemas'];
export type Suppression = Views['SuppressionView'];
export type ImportResult = Views['SuppressionImportResult'];
type NewSuppression = Views['NewSuppression'];

const KEY = ['courtesy', 'suppressions'] as const;
const PAGE_OF_ROWS = 100;

/** What everything about the list stands under in the cache. */
export const suppressionsKey = KEY;

/** Whom the team must not contact, newest first. */
export function suppressionList({ q, reason, source, scope }: CourtesySearch) {
  const query = {
    ...(q && { search: q }),
    ...(reason && { reason }),
    ...(source && { source }),
    ...(scope && { clientId: scope }),
  };
  return infiniteQueryOptions({
    queryKey: [...KEY, query] as const,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/suppressions', {
        params: { query: { ...query, limit: PAGE_OF_ROWS, ...start } },
        signal,
      }),
    ),
  });
}

/** What is done with entries of the do-not-contact list. */
export const courtesyActs = {
  add: (body: NewSuppression, headers: KeyHeader) =>
    bodyOf(api.POST('/api/v1/suppressions', { body, headers })),
  lift: (id: string, reason: string) =>
    api.POST('/api/v1/suppressions/{id}/lift', { params: { path: { id } }, body: { reason } }),
  takeList: (form: FormData): Promise<ImportResult> => {
    const call = api.POST as unknown as (
      path: string,
      init: { body: FormData; bodySerializer: (form: FormData) => FormData },
    ) => Promise<{ data?: ImportResult; response: Response }>;
    return bodyOf(call('/api/v1/suppressions/import', { body: form, bodySerializer: (sent) => sent }));
  },
} as const;
