/** A number of a page and where exactly the rows it counts are listed: a path of the interface with its query. */
export interface Figure {
  readonly count: number;
  readonly address: string;
}

/** Whose rows a list shows: a member by id, nobody's, or everybody's. */
export type Whose = { readonly memberId: string | null } | 'everybody';

/** What is asked about the open pitches of a person. */
export const PITCH_QUESTIONS = ['open', 'overdue', 'unanswered', 'stuck'] as const;
export type PitchQuestion = (typeof PITCH_QUESTIONS)[number];

type Words = Readonly<Record<string, string | true | undefined>>;

/** A path with the words of its query, those without a value left out. */
export function addressOf(path: string, words: Words): string {
  const said = Object.entries(words).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${encodeURIComponent(String(value))}`],
  );
  return said.length === 0 ? path : `${path}?${said.join('&')}`;
}

function named(whose: Whose, words: { readonly nobody: string; readonly everybody: string | undefined }) {
  if (whose === 'everybody') return words.everybody;
  return whose.memberId ?? words.nobody;
}

/** The list of somebody's open pitches that a question asks for. */
export function pitchRows(whose: Whose, question: PitchQuestion, client: string | undefined): string {
  return addressOf('/board', {
    view: 'table',
    assignee: named(whose, { nobody: 'none', everybody: 'all' }),
    outcome: 'open',
    ...(question === 'open' ? {} : { [question]: true }),
    client,
  });
}

/** The list of somebody's open tasks, or of those whose day is past. */
export function taskRows(whose: Whose, state: 'overdue' | undefined, client: string | undefined): string {
  return addressOf('/tasks', {
    whose: named(whose, { nobody: 'nobody', everybody: 'all' }),
    state,
    client,
  });
}

/** The list of placements somebody looks after that are awaited, or overdue. */
export function awaitedRows(whose: Whose, which: 'awaited' | 'overdue', client: string | undefined): string {
  return addressOf('/placements', {
    owner: named(whose, { nobody: 'none', everybody: undefined }),
    ...(which === 'awaited' ? { state: 'awaited' } : { overdue: true }),
    client,
  });
}

/** Campaigns under way in a month (YYYY-MM): what they agreed to and what is left of it. */
export function campaignRows(month: string, client: string | undefined): string {
  return addressOf('/campaigns', { runningIn: month, client });
}

/** Placements of campaigns that were first seen live in a month (YYYY-MM). */
export function deliveredRows(month: string, client: string | undefined): string {
  return addressOf('/placements', { ofCampaigns: true, liveIn: month, client });
}

/** Placements of campaigns that are awaited and due in a month (YYYY-MM). */
export function comingRows(month: string, client: string | undefined): string {
  return addressOf('/placements', { ofCampaigns: true, state: 'awaited', dueIn: month, client });
}

/** Placements that were lost in the last seven days. */
export function lostRows(client: string | undefined): string {
  return addressOf('/placements', { problem: 'lost_week', client });
}

/** Orders that use a budget: all, those with a paid line, those with one that is promised and not paid yet. */
export function orderRows(budget: 'used' | 'spent' | 'committed', client: string | undefined): string {
  return addressOf('/orders', { budget, client });
}
