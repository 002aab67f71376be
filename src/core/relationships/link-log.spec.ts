import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import {
  HOUR_MS,
  LinkModel,
  type LinkStep,
  modelStep,
  stepsToThem,
  stepsToUs,
} from '../../../test/builders/link-model.js';
import { foldSightings } from './fold-sightings.js';
import type { LinkState, Sighting, SightSource } from './link.js';
import { mergeSighting, soundSighting } from './merge-sighting.js';
import { placementSighting } from './placement-sight.js';

/** The log's own rules, without a database: what is told is merged, withdrawn and folded. */
class PureLog {
  private sightings: Sighting[] = [];

  get state(): LinkState | null {
    return this.sightings.length === 0 ? null : foldSightings(this.sightings).state;
  }

  tell(via: SightSource, originId: string, what: Partial<Sighting> & { observedAt: number }): void {
    const news = soundSighting({ ...NOTHING, via, originId, ...what });
    const own = this.of(via, originId);
    this.put(own === null ? news : soundSighting(mergeSighting(own, news)));
  }

  put(sighting: Sighting): void {
    this.sightings = [
      ...this.sightings.filter((one) => one.via !== sighting.via || one.originId !== sighting.originId),
      sighting,
    ];
  }

  of(via: SightSource, originId: string): Sighting | null {
    return this.sightings.find((one) => one.via === via && one.originId === originId) ?? null;
  }

  untell(gone: (one: Sighting) => boolean): void {
    this.sightings = this.sightings.filter((one) => !gone(one));
  }
}

const NOTHING: Sighting = {
  via: 'import',
  originId: '',
  state: 'live',
  firstSeenOn: null,
  lastSeenAt: null,
  lostAt: null,
  lostReason: null,
  anchors: [],
  rel: null,
  isImage: null,
  isSitewide: null,
  region: null,
  observedAt: 0,
};

interface At {
  readonly now: number;
  readonly imports: readonly string[];
  readonly before: { readonly state: LinkState | null; readonly hadImport: boolean };
  readonly model: LinkModel;
}

function play(log: PureLog, step: LinkStep, at: At): void {
  if (step.does.startsWith('placement_')) follow(log, at.model, at.now);
  else if (step.does === 'import_undone') log.untell(({ originId }) => originId === at.imports[step.which]);
  else if (step.does === 'hand_removed') log.untell(({ via }) => via === 'hand');
  else told(log, step, at);
}

function told(log: PureLog, step: LinkStep, { now, imports, before }: At): void {
  const ago = 'hoursAgo' in step ? now - step.hoursAgo * HOUR_MS : now;
  const seen = { lastSeenAt: ago, observedAt: now };
  const lost = { state: 'lost' as const, lostAt: ago, observedAt: now };
  const isThere = before.state !== null && before.state !== 'lost';
  const wholeImport = isThere && before.hadImport;
  const news: Readonly<Record<string, typeof seen | typeof lost | null>> = {
    crawl_found: seen,
    crawl_read_without: isThere ? lost : null,
    import_names: seen,
    import_lost: lost,
    import_complete_without: wholeImport ? lost : null,
    hand_live: seen,
    hand_lost: lost,
  };
  const what = news[step.does];
  const [via = ''] = step.does.split('_');
  const origins: Readonly<Record<string, string | undefined>> = {
    crawl: 'b',
    hand: `h${String(now)}`,
    import: imports.at(-1),
  };
  if (what) log.tell(via as SightSource, String(origins[via]), what);
}

/** A placement is read as it is now, as the listener does it. */
function follow(log: PureLog, model: LinkModel, now: number): void {
  const row = model.placements[0] ?? null;
  if (row === null) return;
  if (row.isArchived) {
    log.untell(({ via }) => via === 'placement');
    return;
  }
  const sight = {
    placementId: 'p',
    state: row.state,
    stateSince: row.state === 'removed' ? (row.goneAt ?? now) : now,
    isBaselineRemoved: false,
    lastSeenAt: row.sawAt,
    firstSeenOn: null,
    seenAnchor: null,
    seenRel: null,
  };
  const next = placementSighting(sight, log.of('placement', 'p'));
  if (next !== null) log.put(soundSighting(next));
}

function tellsTheTruth(steps: readonly LinkStep[]): void {
  const model = new LinkModel();
  const log = new PureLog();
  const imports: string[] = [];
  for (const [no, step] of steps.entries()) {
    const now = (no + 1) * 300 * HOUR_MS + HOUR_MS / 2;
    const before = { state: model.state, hadImport: model.hasImportVoice };
    if (!modelStep(model, step, { now, imports })) continue;
    play(log, step, { now, imports, before, model });
    if (log.state !== model.state)
      throw new Error(
        `after ${step.does} (${String(no)}) the log says ${String(log.state)}, true is ${String(model.state)}`,
      );
  }
}

describe('the log of one link', () => {
  it('tells the truth about a link to us after any sequence', () => {
    fc.assert(fc.property(stepsToUs, tellsTheTruth), { numRuns: 3000 });
  });

  it('tells the truth about a link of ours after any sequence', () => {
    fc.assert(fc.property(stepsToThem, tellsTheTruth), { numRuns: 3000 });
  });
});
