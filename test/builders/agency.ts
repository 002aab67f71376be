import type { Visit } from '../../src/core/verifier/facts.js';
import { judge } from '../../src/core/verifier/judge.js';
import { PlacementChecksService } from '../../src/modules/placements/placement-checks.service.js';
import { newId } from '../../src/platform/database/id.js';
import { JobRuntime } from '../../src/platform/jobs/job-runtime.js';
import { bodyOf } from '../http/answers.js';
import type { TestApp } from '../http/app.js';
import type { Answer } from '../http/browser.js';
import { invite, type Person, setUp } from '../http/people.js';

export interface MadeBrand {
  readonly clientId: string;
  readonly brandId: string;
}

/** Makes a client with one brand whose site is `<name>.example`. */
export async function aBrand(owner: Person, name: string): Promise<MadeBrand> {
  const client = made(await owner.browser.post('/clients', { name: `Client ${name}` }));
  const wish = { name: `Brand ${name}`, homeUrl: `https://${name}.example/` };
  const brand = made(await owner.browser.post(`/clients/${client}/brands`, wish));
  return { clientId: client, brandId: brand };
}

/** Who most tests are about: an owner, a member, and a brand of a client. */
export interface Team {
  readonly owner: Person;
  readonly member: Person;
  readonly brand: MadeBrand;
}

/** Sets the installation up with an owner, a member, and a client with one brand of this name. */
export async function aTeam(app: TestApp, brandName: string): Promise<Team> {
  const owner = await setUp(app);
  const member = await invite(app, owner, { role: 'member' });
  return { owner, member, brand: await aBrand(owner, brandName) };
}

/** A placement as a form sends it: a guest post on news.example without terms. */
export function aWish(
  brandId: string,
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    brandId,
    sourceUrl: 'https://news.example/post',
    targetUrl: 'https://shop.example/guide',
    type: 'guest_post',
    ...changes,
  };
}

/** Adds a placement; answers its row. */
export function aPlacement(
  person: Person,
  brandId: string,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<Answer['body']> {
  return bodyOf(person.browser.post('/placements', aWish(brandId, changes)), 201);
}

/** The id of what was made; throws when nothing was. */
export function made(answer: Answer): string {
  if (answer.status !== 201) throw new Error(`not made: ${answer.status} ${JSON.stringify(answer.body)}`);
  return String(answer.body.id);
}

/** Records a check of a placement as the verifier would after this visit. */
export async function check(app: TestApp, person: Person, placementId: string, visit: Visit): Promise<void> {
  const checks = app.get(PlacementChecksService);
  const [placement] = await checks.load(person.workspaceId, [placementId]);
  if (placement === undefined) throw new Error('nothing to check');
  const at = app.clock.now();
  const judged = {
    id: newId(at),
    placementId,
    revision: placement.revision,
    at,
    origin: 'schedule' as const,
    visit,
    judgement: judge(placement.terms, visit, placement.context),
    evidence: null,
    durationMs: 1,
  };
  await checks.record(person.workspaceId, [judged], () => Promise.resolve(true));
}

/** Runs a started job to its end; answers it as the screen sees it. */
export async function finished(app: TestApp, person: Person, started: Answer): Promise<Answer['body']> {
  if (started.status !== 202)
    throw new Error(`not started: ${started.status} ${JSON.stringify(started.body)}`);
  await app.get(JobRuntime).drain();
  return (await person.browser.get(`/jobs/${String(started.body.jobId)}`)).body;
}
