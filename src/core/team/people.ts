import {
  awaitedRows,
  type Figure,
  PITCH_QUESTIONS,
  type PitchQuestion,
  pitchRows,
  taskRows,
  type Whose,
} from './addresses.js';
import { type Counts, sum } from './clients.js';

/** What is counted for each person, by member. */
export interface WorkCounts {
  readonly pitches: Readonly<Record<PitchQuestion, Counts>>;
  readonly tasks: { readonly open: Counts; readonly overdue: Counts };
  readonly placements: { readonly awaited: Counts; readonly overdue: Counts };
}

/** The work of one person, of nobody, or of everybody. */
export interface WorkFigures {
  readonly open: Figure;
  readonly overdue: Figure;
  readonly unanswered: Figure;
  readonly stuck: Figure;
  readonly tasks: Figure;
  readonly tasksOverdue: Figure;
  readonly awaited: Figure;
  readonly placementsOverdue: Figure;
}

/** Somebody of the team, or nobody (null). */
interface Worker {
  readonly memberId: string | null;
  readonly name: string | null;
}

/** The work of somebody, with the lists of its rows; at one client where one is named. */
export function workFigures(counts: WorkCounts, whose: Whose, client: string | undefined): WorkFigures {
  const of = (map: Counts): number => (whose === 'everybody' ? sum(map) : (map.get(whose.memberId) ?? 0));
  const pitches = Object.fromEntries(
    PITCH_QUESTIONS.map((question) => [
      question,
      { count: of(counts.pitches[question]), address: pitchRows(whose, question, client) },
    ]),
  ) as Record<PitchQuestion, Figure>;
  return {
    ...pitches,
    tasks: { count: of(counts.tasks.open), address: taskRows(whose, undefined, client) },
    tasksOverdue: { count: of(counts.tasks.overdue), address: taskRows(whose, 'overdue', client) },
    awaited: { count: of(counts.placements.awaited), address: awaitedRows(whose, 'awaited', client) },
    placementsOverdue: {
      count: of(counts.placements.overdue),
      address: awaitedRows(whose, 'overdue', client),
    },
  };
}

/**
 * A line for each person who holds work, and one for nobody where work lies about. Who only looks on has a line as long as something is in
 * their name.
 */
export function peopleLines(
  people: readonly (Worker & { readonly holdsWork: boolean })[],
  counts: WorkCounts,
  client: string | undefined,
): (Worker & WorkFigures)[] {
  const lines = people.map(({ memberId, name, holdsWork }) => ({
    isShown: holdsWork,
    line: { memberId, name, ...workFigures(counts, { memberId }, client) },
  }));
  const nobody = { memberId: null, name: null, ...workFigures(counts, { memberId: null }, client) };
  return [...lines, { isShown: false, line: nobody }]
    .filter(({ isShown, line }) => isShown || hasWork(line))
    .map(({ line }) => line);
}

function hasWork({ open, tasks, awaited }: WorkFigures): boolean {
  return open.count + tasks.count + awaited.count > 0;
}
