import type { APIRequestContext } from 'playwright-core';

/** Pictures of reclamations: the list, and the first of them. */
export async function reclaimShots(
  as: APIRequestContext,
): Promise<readonly { name: string; path: string }[]> {
  const answer = await as.get('/api/v1/reclamations');
  const [first] = ((await answer.json()) as { items: { id: string }[] }).items;
  return [
    { name: 'reclamations', path: '/reclamations' },
    ...(first === undefined ? [] : [{ name: 'reclamation', path: `/reclamations/${first.id}` }]),
  ];
}
