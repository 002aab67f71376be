import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, bodyOf, type KeyHeader } from '../../../api/client.js';
import { pagesOf } from '../../../api/pages.js';
import type { components } from '../../../api/schema.generated.js';
import type { AssetSearch } from './asset-search.js';

type Views = components['schemas'];
export type Asset = Views['AssetView'];
export type NewAsset = Views['NewAsset'];
export type AssetChange = Views['AssetChange'];

const PAGE_OF_ROWS = 100;

/** Under which answers about assets are kept. */
export const ASSETS = ['assets'] as const;

/** The assets of a search, newest first, page after page. */
export function assetList({ client, brand, ...same }: AssetSearch) {
  const query = {
    ...(client === undefined ? {} : { clientId: client }),
    ...(brand === undefined ? {} : { brandId: brand }),
    ...(same.type === undefined ? {} : { type: same.type }),
    ...(same.status === undefined ? {} : { status: same.status }),
    ...(same.archived === undefined ? {} : { archived: same.archived }),
  };
  return infiniteQueryOptions({
    queryKey: [...ASSETS, 'list', query] as const,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/assets', { params: { query: { ...query, limit: PAGE_OF_ROWS, ...start } }, signal }),
    ),
  });
}

const at = (id: string) => ({ params: { path: { id } } });

/** What can be done with assets. */
export const assetActs = {
  add: (body: NewAsset, headers: KeyHeader) => bodyOf(api.POST('/api/v1/assets', { body, headers })),
  change: (id: string, body: AssetChange) => bodyOf(api.PATCH('/api/v1/assets/{id}', { ...at(id), body })),
  archive: (id: string) => bodyOf(api.POST('/api/v1/assets/{id}/archive', at(id))),
  restore: (id: string) => bodyOf(api.POST('/api/v1/assets/{id}/restore', at(id))),
} as const;
