import { IconBookmark } from '@tabler/icons-react';
import type { ProspectCounts } from '../../../api/prospect-views.js';
import { PROSPECT_STATUSES, type ProspectStatus } from '../../../api/prospect-words.js';
import { useSession } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import { joined } from '../../../ui/address-words.js';
import { FilterChip } from '../../../ui/list-page.js';
import { type ProspectSearch, statusesOf } from '../prospect-search.js';
import { StatusBadge } from '../status-badge.js';

interface Props {
  readonly search: ProspectSearch;
  readonly counts: ProspectCounts | undefined;
  readonly change: (to: Partial<ProspectSearch>) => void;
}

/** The filters one click away, each with its count: everything, each status, mine, nobody's, do not contact. */
export function StatusChips({ search, counts, change }: Props) {
  const t = useMessages();
  const { member } = useSession();
  const chosen = statusesOf(search);
  const isEverything = chosen.length === 0 && !search.owner && !search.doNotContact;
  const figure = (count: number | undefined) => (count === undefined ? '' : countInWords(count, true, t));
  const toggle = (status: ProspectStatus) => {
    const left = chosen.filter((one) => one !== status);
    change({ status: joined(left.length === chosen.length ? [...chosen, status] : left) });
  };
  const toggleOwner = (owner: string) => change({ owner: search.owner === owner ? undefined : owner });
  return (
    <>
      <FilterChip
        isOn={isEverything}
        onClick={() => change({ status: undefined, owner: undefined, doNotContact: undefined })}
      >
        <IconBookmark size={16} stroke={1.75} aria-hidden />
        {t.text('prospects.everything')}
      </FilterChip>
      {PROSPECT_STATUSES.map((status) => (
        <FilterChip key={status} isOn={chosen.includes(status)} onClick={() => toggle(status)}>
          <StatusBadge status={status} figure={figure(counts?.byStatus[status])} />
        </FilterChip>
      ))}
      <FilterChip isLate isOn={search.owner === member.id} onClick={() => toggleOwner(member.id)}>
        {t.text('prospects.mine')} <b>{figure(counts?.mine)}</b>
      </FilterChip>
      <FilterChip isLate isOn={search.owner === 'none'} onClick={() => toggleOwner('none')}>
        {t.text('prospects.unowned')} <b>{figure(counts?.unowned)}</b>
      </FilterChip>
      <FilterChip
        isLate
        isOn={search.doNotContact === 'yes'}
        onClick={() => change({ doNotContact: search.doNotContact === 'yes' ? undefined : 'yes' })}
      >
        {t.text('prospects.doNotContact')} <b>{figure(counts?.doNotContact)}</b>
      </FilterChip>
    </>
  );
}
