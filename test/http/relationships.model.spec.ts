import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LinkDirection } from '../../src/core/relationships/link.js';
import { PlacementActsService } from '../../src/modules/placements/placement-acts.service.js';
import { PlacementsService } from '../../src/modules/placements/placements.service.js';
import { LinkEntriesService } from '../../src/modules/relationships/link-entries.service.js';
import {
  type LinkFact,
  LinkIntake,
  type LinkPosition,
  type LinkSource,
} from '../../src/modules/relationships/link-intake.service.js';
import { RelationshipsService } from '../../src/modules/relationships/relationships.service.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/database/id.js';
import { aBrand, check, type MadeBrand } from '../builders/agency.js';
import {
  HOUR_MS,
  LinkModel,
  type LinkStep,
  modelStep,
  stepsToThem,
  stepsToUs,
} from '../builders/link-model.js';
import { anOccurrence, aPage, aVisit } from '../builders/visit.js';
import { startApp, TEST_NOW, type TestApp } from './app.js';
import { type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
let brand: MadeBrand;
let scope: { workspaceId: string; userId: string };
let relationshipId: string;
let siteId: string;
let no = 0;

beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  brand = await aBrand(owner, 'shop');
  scope = { workspaceId: owner.workspaceId, userId: owner.userId };
  const wish = { brandId: brand.brandId, siteAddress: 'news.example' };
  ({ id: relationshipId, siteId } = await app.get(RelationshipsService).add(scope, wish, 'en'));
});
afterAll(() => app.close());

const OUR_PAGE = 'https://shop.example/guide';
const SEEN = aVisit({ page: aPage({ occurrences: [anOccurrence()] }) });

/** One link, played through the real services. */
class RealLink {
  private readonly their: string;
  private readonly imports: string[] = [];
  private placementId = '';

  constructor(private readonly direction: LinkDirection) {
    no += 1;
    this.their = `https://news.example/${String(no)}`;
  }

  async state(): Promise<string | null> {
    const [row] = await app.database.asOwner<{ state: string }>(
      `select state from links where ${this.direction === 'to_us' ? 'source_url' : 'target_url'} = $1`,
      [this.their],
    );
    return row?.state ?? null;
  }

  async play(step: LinkStep, before: LinkModel['state']): Promise<void> {
    const [source] = step.does.split('_');
    if (source === 'placement') await this.placement(step.does);
    if (source === 'import') await this.import(step);
    if (source === 'crawl') await this.crawl(step.does, before);
    if (step.does === 'hand_removed') await app.get(LinkEntriesService).remove(scope, await this.linkId());
    else if (source === 'hand') await this.enter(step.does === 'hand_live' ? 'live' : 'lost');
  }

  private async crawl(does: string, before: LinkModel['state']): Promise<void> {
    const now = app.clock.now();
    if (does === 'crawl_found') await this.tell({ lastSeenAt: now }, 'crawl', brand.brandId);
    if (does === 'crawl_read_without' && before !== null && before !== 'lost')
      await this.tell({ state: 'lost', lostAt: now }, 'crawl', brand.brandId);
  }

  private async import(step: LinkStep): Promise<void> {
    if (step.does === 'import_undone') return this.undo(this.imports[step.which] ?? '');
    const id = newId();
    this.imports.push(id);
    const ago = (hours: number): Date => new Date(app.clock.now().getTime() - hours * HOUR_MS);
    if (step.does === 'import_names') return this.tell({ lastSeenAt: ago(step.hoursAgo) }, 'import', id);
    if (step.does === 'import_lost')
      return this.tell({ state: 'lost', lostAt: ago(step.hoursAgo) }, 'import', id);
    if (step.does !== 'import_complete_without') return;
    const others = await app.database.asOwner<{ source_url: string; target_url: string }>(
      `select source_url, target_url from links where direction = $1 and state <> 'lost' and 'import' = any (seen_by)
         and source_url <> $2 and target_url <> $2`,
      [this.direction, this.their],
    );
    // A complete export names all the others that are there.
    for (const one of others)
      await this.tell({ sourceUrl: one.source_url, targetUrl: one.target_url }, 'import', id);
    const whole = {
      importId: id,
      brandId: brand.brandId,
      direction: this.direction,
      observedAt: app.clock.now(),
    };
    const goOn = (from: LinkPosition | null) =>
      within(() => app.get(LinkIntake).concludeComplete(whole, 100, from));
    for (let { next } = await goOn(null); next !== null; ) ({ next } = await goOn(next));
  }

  private async undo(id: string): Promise<void> {
    while ((await within(() => app.get(LinkIntake).withdraw(id, 100))) > 0);
  }

  private async tell(what: Partial<LinkFact>, via: LinkSource['via'], originId: string): Promise<void> {
    const ends = { sourceUrl: this.their, targetUrl: OUR_PAGE };
    const toThem = { sourceUrl: OUR_PAGE, targetUrl: this.their };
    const fact = {
      ...brand,
      siteId,
      direction: this.direction,
      ...(this.direction === 'to_us' ? ends : toThem),
      ...what,
    };
    await within(() => app.get(LinkIntake).bring([fact], { via, originId, observedAt: app.clock.now() }));
  }

  private async enter(state: 'live' | 'lost'): Promise<void> {
    const ends =
      this.direction === 'to_us'
        ? { sourceUrl: this.their, targetUrl: OUR_PAGE }
        : { sourceUrl: OUR_PAGE, targetUrl: this.their };
    await app
      .get(LinkEntriesService)
      .enter(scope, relationshipId, { direction: this.direction, state, ...ends });
  }

  private async placement(does: string): Promise<void> {
    const acts = app.get(PlacementActsService);
    if (does === 'placement_added') {
      const wish = {
        brandId: brand.brandId,
        sourceUrl: this.their,
        targetUrl: OUR_PAGE,
        type: 'editorial' as const,
      };
      this.placementId = (await app.get(PlacementsService).add(scope, wish)).id;
    }
    if (does === 'placement_seen') await check(app, owner, this.placementId, SEEN);
    if (does === 'placement_missed') await check(app, owner, this.placementId, aVisit());
    if (does === 'placement_ended') await acts.end(scope, this.placementId, undefined);
    if (does === 'placement_archived') await acts.archive(scope, this.placementId);
    if (does === 'placement_restored') await acts.restore(scope, this.placementId);
    if (does === 'placement_lost') await this.lose();
  }

  /** A state gets worse only after several checks over two days. */
  private async lose(): Promise<void> {
    for (const hours of [0, 24, 25, 24]) {
      app.clock.advance({ hours });
      await check(app, owner, this.placementId, aVisit());
    }
  }

  private async linkId(): Promise<string> {
    const [row] = await app.database.asOwner<{ id: string }>(
      `select id from links where ${this.direction === 'to_us' ? 'source_url' : 'target_url'} = $1`,
      [this.their],
    );
    return row?.id ?? '';
  }
}

function within<Result>(work: () => Promise<Result>): Promise<Result> {
  return app.get(Database).inWorkspace(scope, work);
}

/** The model learns the moment after the real log has lived it: a loss takes days of checks. */
async function tellsTheTruth(direction: LinkDirection, steps: readonly LinkStep[]): Promise<void> {
  const model = new LinkModel();
  const link = new RealLink(direction);
  const imports: string[] = [];
  app.clock.setTo(TEST_NOW);
  for (const step of steps) {
    app.clock.advance({ hours: 60 });
    const before = model.state;
    if (!isPossible(model, step, imports)) continue;
    await link.play(step, before);
    modelStep(model, step, { now: app.clock.now().getTime(), imports });
    expect([step.does, await link.state()]).toEqual([step.does, model.state]);
  }
  await countsAreTrue();
}

/** Asks a copy of the model. */
function isPossible(model: LinkModel, step: LinkStep, imports: readonly string[]): boolean {
  return modelStep(model.copy(), step, { now: 0, imports: [...imports] });
}

async function countsAreTrue(): Promise<void> {
  const [row] = await app.database.asOwner(
    `select to_us_live, to_us_lost, to_us_unknown, to_them_live, to_them_lost, to_them_unknown from relationships`,
  );
  const [counted] = await app.database.asOwner(
    `select ${['to_us', 'to_them']
      .flatMap((direction) =>
        ['live', 'lost', 'unknown'].map(
          (state) =>
            `count(*) filter (where direction = '${direction}' and state = '${state}')::int as ${direction}_${state}`,
        ),
      )
      .join(', ')} from links`,
  );
  expect(row).toEqual(counted);
}

describe('the log in the database', () => {
  it('tells the truth about a link to us after any sequence, and counts it', async () => {
    await fc.assert(
      fc.asyncProperty(stepsToUs, (steps) => tellsTheTruth('to_us', steps)),
      { numRuns: 25 },
    );
  }, 120_000);

  it('tells the truth about a link of ours after any sequence, and counts it', async () => {
    await fc.assert(
      fc.asyncProperty(stepsToThem, (steps) => tellsTheTruth('to_them', steps)),
      { numRuns: 25 },
    );
  }, 120_000);
});
