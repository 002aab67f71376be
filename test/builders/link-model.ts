import fc from 'fast-check';
import type { LinkState } from '../../src/core/relationships/link.js';

/** Something that happens to one link. Hours that lie back are whole; what a step itself sees lies between two of them. */
export type LinkStep =
  | {
      readonly does: 'placement_added' | 'placement_seen' | 'placement_missed' | 'placement_lost';
      readonly which: number;
    }
  | { readonly does: 'placement_ended' | 'placement_archived' | 'placement_restored'; readonly which: number }
  | { readonly does: 'crawl_found' | 'crawl_read_without' | 'crawl_failed' }
  | { readonly does: 'import_names' | 'import_lost'; readonly hoursAgo: number }
  | { readonly does: 'import_complete_without' | 'import_partial_without' }
  | { readonly does: 'import_undone'; readonly which: number }
  | { readonly does: 'hand_live' | 'hand_lost' | 'hand_removed' };

const of = <Does extends string>(...does: Does[]) => fc.constantFrom(...does);

/** Sequences of what can happen to a link to us. */
export const stepsToUs = fc.array(
  fc.oneof(
    fc.record({
      does: of('placement_added', 'placement_seen', 'placement_missed', 'placement_lost'),
      which: fc.constant(0),
    }),
    fc.record({
      does: of('placement_ended', 'placement_archived', 'placement_restored'),
      which: fc.constant(0),
    }),
    ...told(),
  ),
  { minLength: 1, maxLength: 14 },
);

/** Sequences of what can happen to a link of ours to them. */
export const stepsToThem = fc.array(
  fc.oneof(fc.record({ does: of('crawl_found', 'crawl_read_without', 'crawl_failed') }), ...told()),
  { minLength: 1, maxLength: 14 },
);

function told() {
  return [
    fc.record({ does: of('import_names', 'import_lost'), hoursAgo: fc.integer({ min: 0, max: 150 }) }),
    fc.record({ does: of('import_complete_without', 'import_partial_without') }),
    fc.record({ does: fc.constant('import_undone' as const), which: fc.nat({ max: 5 }) }),
    fc.record({ does: of('hand_live', 'hand_lost', 'hand_removed') }),
  ] as const;
}

type Says = { readonly says: LinkState; readonly sawAt: number | null; readonly goneAt: number | null };
interface ModelPlacement {
  state: 'awaited' | 'live' | 'removed' | 'ended';
  sawAt: number | null;
  goneAt: number | null;
  isArchived: boolean;
}

/** The simplest account of one link: who says what, as of when; whoever is withdrawn never said anything. */
export class LinkModel {
  readonly placements: (ModelPlacement | null)[] = [null, null];
  private readonly voices = new Map<string, Says>();
  private hands = 0;

  /** The latest evidence decides: a sight outweighs a loss of the same moment. Null when nobody ever told of the link. */
  get state(): LinkState | null {
    const voices = [...this.voices.values()];
    if (voices.length === 0) return null;
    const saw = Math.max(...voices.map(({ sawAt }) => sawAt ?? Number.NEGATIVE_INFINITY));
    const gone = Math.max(...voices.map(({ goneAt }) => goneAt ?? Number.NEGATIVE_INFINITY));
    if (gone > saw) return 'lost';
    return voices.some(({ says }) => says === 'live') ? 'live' : 'unknown';
  }

  copy(): LinkModel {
    const copy = new LinkModel();
    copy.placements.splice(0, 2, ...this.placements.map((one) => (one === null ? null : { ...one })));
    for (const [name, says] of this.voices) copy.voices.set(name, says);
    copy.hands = this.hands;
    return copy;
  }

  get hasImportVoice(): boolean {
    return [...this.voices.keys()].some((name) => name.startsWith('import'));
  }

  get hasHandVoice(): boolean {
    return [...this.voices.keys()].some((name) => name.startsWith('hand'));
  }

  saw(voice: string, at: number): void {
    this.voices.set(voice, { says: 'live', sawAt: at, goneAt: null });
  }

  missed(voice: string, at: number): void {
    this.voices.set(voice, { says: 'lost', sawAt: this.voices.get(voice)?.sawAt ?? null, goneAt: at });
  }

  forget(voice: string): void {
    this.voices.delete(voice);
  }

  hand(state: 'live' | 'lost', at: number): void {
    this.hands += 1;
    if (state === 'live') this.saw(`hand${String(this.hands)}`, at);
    else this.missed(`hand${String(this.hands)}`, at);
  }

  handsRemoved(): void {
    for (const name of [...this.voices.keys()]) if (name.startsWith('hand')) this.voices.delete(name);
  }

  /** What a placement says now, by its state alone; one that never saw the link says nothing. */
  placement(which: number, change: Partial<ModelPlacement>): void {
    const before = this.placements[which] ?? {
      state: 'awaited',
      sawAt: null,
      goneAt: null,
      isArchived: false,
    };
    const now: ModelPlacement = { ...before, ...change };
    this.placements[which] = now;
    const voice = `placement${String(which)}`;
    if (now.isArchived || now.sawAt === null) {
      this.forget(voice);
      return;
    }
    if (now.state === 'live') {
      this.saw(voice, now.sawAt);
      return;
    }
    const kept = this.voices.get(voice);
    const isGone = now.state === 'removed' || (now.state === 'ended' && kept?.says === 'lost');
    this.voices.set(voice, {
      says: isGone ? 'lost' : 'unknown',
      sawAt: now.sawAt,
      goneAt: isGone ? now.goneAt : null,
    });
  }
}

interface Moment {
  readonly now: number;
  /** Names of the imports so far; a step that imports adds one. */
  readonly imports: string[];
}

/** What a step does to the model alone; answers whether it is possible now: a link cannot be checked without its placement. */
export function modelStep(model: LinkModel, step: LinkStep, moment: Moment): boolean {
  if (step.does.startsWith('placement_')) return placementStep(model, step, moment.now);
  const { now } = moment;
  const ago = 'hoursAgo' in step ? now - step.hoursAgo * HOUR_MS : now;
  const acts: Readonly<Record<string, () => void>> = {
    crawl_found: () => model.saw('crawl', now),
    crawl_read_without: () => missedWhereKnown(model, 'crawl', { now, isKnown: model.state !== null }),
    import_names: () => model.saw(next(moment.imports), ago),
    import_lost: () => model.missed(next(moment.imports), ago),
    import_complete_without: () =>
      missedWhereKnown(model, next(moment.imports), { now, isKnown: model.hasImportVoice }),
    import_partial_without: () => next(moment.imports),
    hand_live: () => model.hand('live', now),
    hand_lost: () => model.hand('lost', now),
  };
  acts[step.does]?.();
  return step.does in acts || step.does === 'crawl_failed' || taken(model, step, moment);
}

function missedWhereKnown(
  model: LinkModel,
  voice: string,
  { now, isKnown }: { now: number; isKnown: boolean },
): void {
  if (isKnown && model.state !== 'lost') model.missed(voice, now);
}

/** What takes back needs something to take back. */
function taken(model: LinkModel, step: LinkStep, { imports }: Moment): boolean {
  if (step.does === 'hand_removed' && model.hasHandVoice) {
    model.handsRemoved();
    return true;
  }
  const name = step.does === 'import_undone' ? imports[step.which] : undefined;
  if (name !== undefined) model.forget(name);
  return name !== undefined;
}

export const HOUR_MS = 3_600_000;

function next(imports: string[]): string {
  const name = `import${String(imports.length)}`;
  imports.push(name);
  return name;
}

const POSSIBLE: Readonly<Record<string, (one: ModelPlacement) => boolean>> = {
  placement_seen: ({ state, isArchived }) => state !== 'ended' && !isArchived,
  placement_missed: ({ state, isArchived }) => state === 'live' && !isArchived,
  placement_lost: ({ state, isArchived }) => state === 'live' && !isArchived,
  placement_ended: ({ state, isArchived }) => state !== 'ended' && !isArchived,
  placement_archived: ({ isArchived }) => !isArchived,
  placement_restored: ({ isArchived }) => isArchived,
};

function placementStep(model: LinkModel, step: LinkStep, now: number): boolean {
  const one = model.placements[0] ?? null;
  const isPossible =
    step.does === 'placement_added' ? one === null : one !== null && POSSIBLE[step.does]?.(one) === true;
  const change = CHANGES[step.does]?.(now);
  if (isPossible && change !== undefined) model.placement(0, change);
  return isPossible;
}

const CHANGES: Readonly<Record<string, (now: number) => Partial<ModelPlacement>>> = {
  placement_added: () => ({}),
  placement_seen: (now) => ({ state: 'live', sawAt: now, goneAt: null }),
  placement_lost: (now) => ({ state: 'removed', goneAt: now }),
  placement_ended: () => ({ state: 'ended' }),
  placement_archived: () => ({ isArchived: true }),
  placement_restored: () => ({ isArchived: false }),
};
