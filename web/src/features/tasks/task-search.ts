import { inAddress, withoutNothing } from '../../ui/address-words.js';
import type { TaskFilter, TaskKind } from '../../ui/task-api.js';
import { TASK_KINDS } from '../../ui/task-words.js';

const STATES = ['overdue', 'today', 'done'] as const;
const WHOSE = ['all', 'nobody'] as const;

/** Everything the list of tasks shows, as it stands in the address. Nothing said is: mine, open. */
export interface TaskSearch {
  readonly client?: string | undefined;
  readonly state?: (typeof STATES)[number] | undefined;
  /** Everybody's or nobody's instead of mine; or a member's, by id. */
  readonly whose?: string | undefined;
  readonly kind?: TaskKind | undefined;
  readonly campaign?: string | undefined;
  readonly dueTo?: string | undefined;
  /** Opens the dialog for a new one. */
  readonly add?: true | undefined;
}

/** Reads the address; what is not understood is dropped. */
export function readTaskSearch(raw: Record<string, unknown>): TaskSearch {
  const day = inAddress.text(raw['dueTo']);
  return withoutNothing({
    client: inAddress.id(raw['client']),
    state: inAddress.word(STATES, raw['state']),
    whose: inAddress.word(WHOSE, raw['whose']) ?? inAddress.id(raw['whose']),
    kind: inAddress.word(TASK_KINDS, raw['kind']),
    campaign: inAddress.id(raw['campaign']),
    dueTo: day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) ? day : undefined,
    add: inAddress.flag(raw['add']),
  });
}

/** The search as the server takes it. */
export function taskFilter(
  { client, state, whose, kind, campaign, dueTo }: TaskSearch,
  me: string,
): TaskFilter {
  const people: Readonly<Record<string, string | undefined>> = { all: undefined, nobody: 'none' };
  const assigneeMemberId = whose === undefined ? me : Object.hasOwn(people, whose) ? people[whose] : whose;
  return withoutNothing({ clientId: client, state, assigneeMemberId, kind, campaignId: campaign, dueTo });
}
