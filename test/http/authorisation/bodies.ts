/**
 * Bodies of the right form, by operation, with one id in every place that takes one: so that the id is looked up
 * instead of the form being refused. An operation that is not here gets `{}`.
 */
export function sampleBodies(id: string): Readonly<Record<string, object>> {
  return {
    'PUT /api/v1/session/workspace': { workspaceId: id },
    'PATCH /api/v1/members/:id': { role: 'viewer' },
    'POST /api/v1/members/:id/leave': { handOverTo: null },
    'POST /api/v1/invitations': {
      email: 'guest@agency.example',
      role: 'member',
      limitedToClients: true,
      clientIds: [id],
    },
    'POST /api/v1/api-tokens': { name: 'nightly', scope: 'read' },
    'POST /api/v1/clients': { name: `Client ${id}` },
    'PATCH /api/v1/clients/:id': { notes: 'changed' },
    'POST /api/v1/clients/:id/brands': { name: 'Brand', homeUrl: 'https://brand.example/' },
    'PATCH /api/v1/brands/:id': { name: 'Changed' },
    'POST /api/v1/brands/:id/target-pages': { url: 'https://brand.example/page' },
    'PATCH /api/v1/target-pages/:id': { label: 'changed' },
    'POST /api/v1/target-pages/move': {
      brandId: id,
      moves: [{ from: 'https://brand.example/old', to: 'https://brand.example/new' }],
    },
    'POST /api/v1/sites': { address: 'blog.news.example', kind: 'sub_domain' },
    'POST /api/v1/placements': {
      brandId: id,
      sourceUrl: 'https://news.example/post',
      targetUrl: 'https://brand.example/',
      type: 'guest_post',
    },
    'POST /api/v1/placements/bulk': { action: 'archive', ids: [id] },
    'PATCH /api/v1/placements/:id': { revision: 1, notes: 'changed' },
    'POST /api/v1/placements/:id/release': { reason: 'asked' },
    'POST /api/v1/placements/:id/replace': { sourceUrl: 'https://news.example/other' },
    'POST /api/v1/notifications/read': { ids: [id] },
    'POST /api/v1/contacts': { name: 'Ann Editor', siteIds: [id], publisherId: id },
    'POST /api/v1/contacts/check-addresses': { ids: [id] },
    'PATCH /api/v1/contacts/:id': { revision: 1, notes: 'changed' },
    'POST /api/v1/contacts/:id/addresses': { address: 'ann@news.example' },
    'PATCH /api/v1/contact-addresses/:id': { isMain: true },
    'POST /api/v1/contacts/:id/places': { siteId: id },
    'POST /api/v1/contacts/:id/grounds': { ground: 'consent' },
    'POST /api/v1/sites/:id/measure': { service: 'ahrefs' },
    'POST /api/v1/search': { words: 'lock keepers' },
    'PUT /api/v1/service-keys/:service': { key: 'a-key-of-a-service' },
  };
}
