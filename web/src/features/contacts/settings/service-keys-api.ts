import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';
import type { NewServiceKey, Service } from '../contact-views.js';

/** What is known of the keys of outside services: never the keys. */
export const serviceKeys = queryOptions({
  queryKey: ['service-keys'] as const,
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/service-keys', { signal })),
});

const at = (service: Service) => ({ params: { path: { service } } });

/** What can be done with a key. */
export const keyActs = {
  set: (service: Service, body: NewServiceKey) =>
    api.PUT('/api/v1/service-keys/{service}', { ...at(service), body }),
  remove: (service: Service) => api.DELETE('/api/v1/service-keys/{service}', at(service)),
  test: (service: Service) => bodyOf(api.POST('/api/v1/service-keys/{service}/test', at(service))),
} as const;
