import type { APIRequestContext } from 'playwright-core';
import { firstOf, type Shot } from './shot.js';
import type { Visitor } from './visitor.js';

/** The page of a pitch at the stages that look different, and what is asked on it. */
export async function pitchShots(as: APIRequestContext): Promise<readonly Shot[]> {
  const first = (query: string) => firstOf(as, `/pitches?${query}`);
  const [submitted, waiting, lost, won, found] = await Promise.all(
    ['stage=submitted', 'stage=pitched&status=paused', 'outcome=lost', 'outcome=won', 'stage=found'].map(
      first,
    ),
  );
  const one = (id: string | undefined, act = '') => `/pitches/${String(id)}${act && `?act=${act}`}`;
  const refused = ({ page }: Visitor) => page.getByRole('button', { name: /Move to/ }).click();
  return [
    { name: 'pitch', path: one(submitted) },
    { name: 'pitch-won-dialog', path: one(submitted, 'won') },
    { name: 'pitch-lose-dialog', path: one(submitted, 'lose') },
    { name: 'pitch-paused', path: one(waiting) },
    { name: 'pitch-lost', path: one(lost) },
    { name: 'pitch-won', path: one(won) },
    { name: 'pitch-found', path: one(found), act: refused },
  ];
}
