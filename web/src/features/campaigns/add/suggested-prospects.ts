import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';
import type { CampaignDetail } from '../campaign-views.js';

const SHOWN = 30;

/** Prospects to add: those of a search, else the qualified ones that fit best; what the client excludes is left out. */
export function suggestedProspects({ clientId }: Pick<CampaignDetail, 'clientId'>, words: string) {
  const search = words.trim();
  const query = {
    clientId,
    limit: SHOWN,
    sort: 'fit',
    ...(search === '' ? { status: 'qualified', doNotContact: false } : { search }),
  };
  return queryOptions({
    queryKey: ['prospects', 'to-add', query] as const,
    queryFn: async ({ signal }) =>
      (await bodyOf(api.GET('/api/v1/prospects', { params: { query }, signal }))).items,
    placeholderData: keepPreviousData,
  });
}
