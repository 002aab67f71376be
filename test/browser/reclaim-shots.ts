import type { APIRequestContext } from 'playwright-core';
import { firstOf, type Shot } from './shot.js';

/** Pictures of reclamations: the list, and the first of them. */
export async function reclaimShots(as: APIRequestContext): Promise<readonly Shot[]> {
  const first = await firstOf(as, '/reclamations');
  return [
    { name: 'reclamations', path: '/reclamations' },
    ...(first === '' ? [] : [{ name: 'reclamation', path: `/reclamations/${first}` }]),
  ];
}
