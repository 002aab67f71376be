import type { Kind, Stage } from './kind.js';
import type { KindProblem, KindProblemCode } from './kind-problem.js';

/**
 * What is wrong with the graph of a kind's stages: moves to nowhere, stages nobody reaches or leaves towards a win, and ways around what
 * a stage asks for.
 */
export function graphProblems(kind: Kind): KindProblem[] {
  const strangers = unknownStages(kind);
  if (strangers.length > 0) return strangers;
  return [...roleProblems(kind), ...seenProblems(kind), ...reachProblems(kind), ...detours(kind)];
}

function unknownStages(kind: Kind): KindProblem[] {
  const known = new Set(kind.stages.map((stage) => stage.key));
  const named: [at: string, stage: string][] = [
    ['defaultStage', kind.defaultStage],
    ...Object.entries<string>({ ...kind.onPlacement }).map(([at, stage]): [string, string] => [
      `onPlacement.${at}`,
      stage,
    ]),
    ...Object.keys(kind.required).map((stage): [string, string] => [`required.${stage}`, stage]),
    ...Object.entries(kind.moves).flatMap(([from, to]) => [
      [`moves.${from}`, from] as [string, string],
      ...to.map((stage): [string, string] => [`moves.${from}.${stage}`, stage]),
    ]),
  ];
  return named
    .filter(([, stage]) => !known.has(stage))
    .map(([at]) => ({ code: 'unknown_stage' as const, at }));
}

function roleProblems({ stages, moves }: Kind): KindProblem[] {
  const count = (holds: (stage: Stage) => boolean): number => stages.filter(holds).length;
  return [
    ...when(count((stage) => stage.isContact === true) !== 1, 'not_one_contact_stage', 'stages'),
    ...when(count((stage) => stage.isAgreed === true) !== 1, 'not_one_agreed_stage', 'stages'),
    ...when(count((stage) => stage.isWon === true) === 0, 'no_won_stage', 'stages'),
    ...stages.flatMap((stage) => when(moves[stage.key] === undefined, 'missing_moves', `moves.${stage.key}`)),
  ];
}

/** Stages only the placement leads to, and nobody else (D282). */
function seenProblems({ stages, moves, onPlacement }: Kind): KindProblem[] {
  const seen = new Set(stages.filter((stage) => stage.isSeen === true).map((stage) => stage.key));
  const led = new Set<string>(Object.values(onPlacement));
  const live = stages.find((stage) => stage.key === onPlacement.live);
  return [
    ...[...seen].flatMap((key) => when(!led.has(key), 'seen_stage_without_placement', `stages.${key}`)),
    ...[...led].flatMap((key) => when(!seen.has(key), 'placement_stage_not_seen', `stages.${key}`)),
    ...when(live?.isWon !== true, 'live_stage_not_won', 'onPlacement.live'),
    ...Object.entries(moves).flatMap(([from, to]) =>
      to.flatMap((key) => when(seen.has(key), 'moved_to_seen_stage', `moves.${from}.${key}`)),
    ),
  ];
}

function reachProblems(kind: Kind): KindProblem[] {
  const ways = waysOf(kind);
  const reached = reachableFrom(ways, [kind.defaultStage]);
  const won = kind.stages.filter((stage) => stage.isWon === true).map((stage) => stage.key);
  const winning = reachableFrom(reversed(ways), won);
  return kind.stages.flatMap(({ key }) => [
    ...when(!reached.has(key), 'unreachable_stage', `stages.${key}`),
    ...when(!winning.has(key), 'dead_end_stage', `stages.${key}`),
  ]);
}

/** Requirements and approvals that a pitch can get round on its way to the agreed stage, and an agreed stage without terms. */
function detours(kind: Kind): KindProblem[] {
  const agreed = kind.stages.find((stage) => stage.isAgreed === true)?.key;
  if (agreed === undefined) return [];
  const wanted = new Set(Object.values(kind.required).flat());
  const asking = (key: string): string[] =>
    Object.keys(kind.required).filter((stage) => kind.required[stage]?.includes(key) === true);
  const approving = kind.stages.filter((stage) => stage.needsApproval !== undefined);
  return [
    ...when(kind.required[agreed]?.includes('terms') !== true, 'agreed_without_terms', `required.${agreed}`),
    ...[...wanted].flatMap((key) =>
      when(
        isAvoidable(kind, asking(key), agreed),
        'avoidable_requirement',
        `required.${asking(key).join()}.${key}`,
      ),
    ),
    ...approving.flatMap(({ key }) =>
      when(isAvoidable(kind, [key], agreed), 'avoidable_approval', `stages.${key}`),
    ),
  ];
}

function isAvoidable(kind: Kind, gates: readonly string[], goal: string): boolean {
  if (gates.includes(goal) || gates.includes(kind.defaultStage)) return false;
  const ways = new Map([...waysOf(kind)].filter(([from]) => !gates.includes(from)));
  return reachableFrom(ways, [kind.defaultStage]).has(goal);
}

/** What leads where: a person's moves, and from the agreed stage on also the state of the placement. */
function waysOf(kind: Kind): Map<string, string[]> {
  const agreedAt = kind.stages.findIndex((stage) => stage.isAgreed === true);
  const seen = Object.values(kind.onPlacement) as string[];
  return new Map(
    kind.stages.map(({ key }, position) => {
      const led = agreedAt >= 0 && position >= agreedAt ? seen : [];
      return [key, [...(kind.moves[key] ?? []), ...led]];
    }),
  );
}

function reversed(ways: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const back = new Map<string, string[]>();
  for (const [from, to] of ways) for (const key of to) back.set(key, [...(back.get(key) ?? []), from]);
  return back;
}

function reachableFrom(ways: ReadonlyMap<string, readonly string[]>, starts: readonly string[]): Set<string> {
  const reached = new Set(starts);
  for (const stage of reached) for (const next of ways.get(stage) ?? []) reached.add(next);
  return reached;
}

function when(holds: boolean, code: KindProblemCode, at: string): KindProblem[] {
  return holds ? [{ code, at }] : [];
}
