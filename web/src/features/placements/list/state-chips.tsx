import { IconBookmark } from '@tabler/icons-react';
import type { PlacementCounts } from '../../../api/placement-views.js';
import type { PlacementState } from '../../../api/placement-words.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import { joined } from '../../../ui/address-words.js';
import { FilterChip } from '../../../ui/list-page.js';
import { StateBadge } from '../../../ui/state-badge.js';
import { type PlacementSearch, statesOf } from '../placement-search.js';

/** States that ask for a look get a chip of their own; the rest is in the filter. */
const ALWAYS: readonly PlacementState[] = ['differs', 'removed', 'check_by_hand'];

interface Props {
  readonly search: PlacementSearch;
  readonly counts: PlacementCounts | undefined;
  readonly change: (to: Partial<PlacementSearch>) => void;
}

/** The filters one click away, each with its count: everything, the states that ask for a look, label, overdue. */
export function StateChips({ search, counts, change }: Props) {
  const t = useMessages();
  const chosen = statesOf(search);
  const isEverything = chosen.length === 0 && !search.overdue && !search.unlabelled;
  const toggle = (state: PlacementState) => {
    const left = chosen.filter((one) => one !== state);
    change({ state: joined(left.length === chosen.length ? [...chosen, state] : left) });
  };
  const figure = (count: number | undefined) => (count === undefined ? '' : countInWords(count, true, t));
  return (
    <>
      <FilterChip
        isOn={isEverything}
        onClick={() => change({ state: undefined, overdue: undefined, unlabelled: undefined })}
      >
        <IconBookmark size={16} stroke={1.75} aria-hidden />
        {t.text('placements.everything')}
      </FilterChip>
      {[...ALWAYS, ...chosen.filter((state) => !ALWAYS.includes(state))].map((state) => (
        <FilterChip key={state} isOn={chosen.includes(state)} onClick={() => toggle(state)}>
          <StateBadge state={state} figure={figure(counts ? counts.byState[state] : undefined)} />
        </FilterChip>
      ))}
      <FilterChip
        isLate
        isOn={search.unlabelled === true}
        onClick={() => change({ unlabelled: search.unlabelled ? undefined : true })}
      >
        {t.text('placements.needsLabel')} <b>{figure(counts?.unlabelled)}</b>
      </FilterChip>
      <FilterChip
        isLate
        isOn={search.overdue === true}
        onClick={() => change({ overdue: search.overdue ? undefined : true })}
      >
        {t.text('placements.overdue')} <b>{figure(counts?.overdue)}</b>
      </FilterChip>
    </>
  );
}
