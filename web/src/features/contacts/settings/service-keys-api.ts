import { queryOptions } from '@tanstack/react-query';
import { bodyOf } from '../../../api/client.js';
import { loose } from '../../../api/not-described-yet.js';
import type { Service, ServiceKey, ServiceKeyTest } from '../contact-views.js';

/** What is known of the keys of outside services: never the keys. */
export const serviceKeys = queryOptions({
  queryKey: ['service-keys'] as const,
  queryFn: ({ signal }) => bodyOf(loose.GET<{ items: ServiceKey[] }>('/api/v1/service-keys', { signal })),
});

const at = (service: Service) => ({ params: { path: { service } } });

/** What can be done with a key. */
export const keyActs = {
  set: (service: Service, body: { key: string; baseUrl?: string }) =>
    loose.PUT('/api/v1/service-keys/{service}', { ...at(service), body }),
  remove: (service: Service) => loose.DELETE('/api/v1/service-keys/{service}', at(service)),
  test: (service: Service) =>
    bodyOf(loose.POST<ServiceKeyTest>('/api/v1/service-keys/{service}/test', at(service))),
} as const;
