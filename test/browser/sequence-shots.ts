import type { APIRequestContext } from 'playwright-core';
import type { Shot } from './shot.js';
import { ask, send } from './team.js';

const CHECKED_WITHIN_MS = 30_000;

/** Pictures of sequences: the list, the editor, and enrolling few and many pitches. */
export async function sequenceShots(as: APIRequestContext): Promise<readonly Shot[]> {
  const { items: sequences } = await ask<{ items: { id: string; name: string }[] }>(as, '/sequences');
  const english = sequences.find(({ name }) => name.startsWith('Small houses')) ?? sequences[0];
  const { items: boxes } = await ask<{ items: { id: string }[] }>(as, '/mailboxes');
  const { items: pitches } = await ask<{ items: { id: string }[] }>(as, '/pitches?outcome=open&limit=3');
  const target = `sequence=${english?.id}&mailbox=${boxes[0]?.id}`;
  const check = await checked(as, { sequenceId: english?.id, mailboxId: boxes[0]?.id });
  const one = `/sequences/${english?.id}`;
  return [
    { name: 'sequences', path: '/sequences' },
    {
      name: 'sequence-add',
      path: '/sequences',
      act: ({ page }) => page.getByRole('button', { name: /^(?:Add a sequence|Reeks toevoegen)$/ }).click(),
    },
    { name: 'sequence', path: one },
    { name: 'sequence-approvals', path: '/sequences/approvals' },
    { name: 'enrol-none', path: `/sequences/enrol?pitches=${pitches[0]?.id}` },
    {
      name: 'enrol-few',
      path: `/sequences/enrol?pitches=${pitches.map(({ id }) => id).join(',')}&${target}`,
    },
    { name: 'enrol-many', path: `/sequences/enrol?check=${check}&${target}` },
    { name: 'enrol-refused', path: `/sequences/enrol?check=${check}&${target}&show=unable` },
    {
      name: 'enrol-edit',
      path: `/sequences/enrol?pitches=${pitches[0]?.id}&${target}`,
      act: ({ page }) => page.getByRole('button', { name: /^(?:Edit mail 1|Mail 1 bewerken)$/ }).click(),
    },
  ];
}

/** A look at every open pitch, once it is over. */
async function checked(as: APIRequestContext, target: object): Promise<string> {
  const wish = { ...target, filter: { outcome: ['open'] } };
  const { jobId } = await send<{ jobId: string }>(as, '/enrollment-checks', wish);
  const until = Date.now() + CHECKED_WITHIN_MS;
  for (let state = ''; state !== 'done' && Date.now() < until; )
    ({ state } = await ask<{ state: string }>(as, `/jobs/${jobId}`));
  return jobId;
}
