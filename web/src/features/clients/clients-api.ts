import { api, query } from '../../api/client.js';

export const clientsQuery = query.queryOptions('get', '/api/v1/clients');
export const archivedClientsQuery = query.queryOptions('get', '/api/v1/clients', {
  params: { query: { archived: true } },
});

/** One client with its brands. */
export function clientQuery(id: string) {
  return query.queryOptions('get', '/api/v1/clients/{id}', { params: { path: { id } } });
}

/** The target pages of a brand with what the last check of each found. */
export function targetPagesQuery(brandId: string) {
  return query.queryOptions('get', '/api/v1/brands/{id}/target-pages', { params: { path: { id: brandId } } });
}

const at = (id: string) => ({ params: { path: { id } } });

/** Acts without a body, each with the one that takes it back. */
export const acts = {
  archiveClient: (id: string) => api.POST('/api/v1/clients/{id}/archive', at(id)),
  restoreClient: (id: string) => api.POST('/api/v1/clients/{id}/restore', at(id)),
  archiveBrand: (id: string) => api.POST('/api/v1/brands/{id}/archive', at(id)),
  restoreBrand: (id: string) => api.POST('/api/v1/brands/{id}/restore', at(id)),
  archiveTargetPage: (id: string) => api.POST('/api/v1/target-pages/{id}/archive', at(id)),
} as const;
