import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from './client.js';
import type { components } from './schema.generated.js';

type OutsideService = components['schemas']['OutsideService'];

const outsideServices = queryOptions({
  queryKey: ['services'] as const,
  queryFn: async ({ signal }) => (await bodyOf(api.GET('/api/v1/services', { signal }))).items,
});

/** Whether the team has a key for a service; undefined until that is known. */
export function useServiceKey(service: OutsideService): boolean | undefined {
  const { data } = useQuery(outsideServices);
  return data?.some((one) => one.service === service && one.isSet);
}

/** Whether the team has a key for a service; false until that is known. */
export function useHasService(service: OutsideService): boolean {
  return useServiceKey(service) ?? false;
}
