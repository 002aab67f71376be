import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { query } from '../../api/client.js';
import type { Brand, Client } from '../../api/views.js';

/** What the switch on top is set to: everything, one client, or one brand (which names its client too). */
export interface ScopeSearch {
  readonly client?: string | undefined;
  readonly brand?: string | undefined;
}

/** Reads `client` and `brand` of the address; anything that is not a text is dropped. */
export function readScope(search: Record<string, unknown>): ScopeSearch {
  return {
    ...(typeof search['client'] === 'string' ? { client: search['client'] } : {}),
    ...(typeof search['brand'] === 'string' ? { brand: search['brand'] } : {}),
  };
}

export interface Scope {
  /** What lists are asked with. */
  readonly filter: { readonly clientId?: string; readonly brandId?: string };
  readonly client: Client | undefined;
  readonly brand: Brand | undefined;
  readonly clients: readonly Client[];
  readonly choose: (to: ScopeSearch) => void;
}

/** The client and brand that filter every page, out of the address. */
export function useScope(): Scope {
  const search: ScopeSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const clients = useQuery(query.queryOptions('get', '/api/v1/clients')).data?.items ?? [];
  const client = clients.find((one) => one.id === search.client);
  const brand = clients.flatMap((one) => one.brands).find((one) => one.id === search.brand);
  return {
    filter: search.brand ? { brandId: search.brand } : search.client ? { clientId: search.client } : {},
    client,
    brand,
    clients,
    choose: (to) =>
      void navigate({
        to: '.',
        search: (before: object) => ({ ...before, client: to.client, brand: to.brand }),
      } as Parameters<typeof navigate>[0]),
  };
}
