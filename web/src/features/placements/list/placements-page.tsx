import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconDownload, IconPlus, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { monthInWords } from '../../../i18n/times.js';
import { AskedChips } from '../../../ui/asked-chips.js';
import { ListBar, ListBody } from '../../../ui/list-page.js';
import { Page } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { SearchField } from '../../../ui/search-field.js';
import { useSearchChange } from '../../../ui/use-search-change.js';
import { type PlacementSearch, scopeOf } from '../placement-search.js';
import { exportAddress, placementCounts } from '../placements-api.js';
import { countsSentence } from './counts-sentence.js';
import { FilterPopover } from './filter-popover.js';
import { PeekPanel } from './peek-panel.js';
import { PlacementList } from './placement-list.js';
import { StateChips } from './state-chips.js';

/** What changes without a step to go back to. */
const PASSING = ['q', 'peek'] as const;

/** All placements: what is chosen stands in the address, so going back and sending the link show the same. */
export function PlacementsPage() {
  const t = useMessages();
  const search = useSearch({ from: '/frame/placements' });
  const { data: counts } = useQuery(placementCounts(scopeOf(search)));
  const change = useSearchChange<PlacementSearch>(useNavigate({ from: '/placements' }), PASSING);
  return (
    <Page fill>
      <PageHeader title={t.text('placements.title')} note={counts && countsSentence(counts, t)} />
      <ListBody>
        <ListBar label={t.text('placements.filter.bar')} end={<Actions search={search} />}>
          <StateChips search={search} counts={counts} change={change} />
          <FilterPopover search={search} change={change} />
          <Asked search={search} change={change} />
          <SearchField label={t.text('placements.search')} value={search.q} onChange={(q) => change({ q })} />
        </ListBar>
        <PlacementList search={search} change={change} />
      </ListBody>
      {search.peek && <PeekPanel id={search.peek} onClose={() => change({ peek: undefined })} />}
    </Page>
  );
}

/** What a number of another page asked for. */
function Asked({
  search: { ofCampaigns, liveIn, dueIn },
  change,
}: {
  readonly search: PlacementSearch;
  readonly change: (to: Partial<PlacementSearch>) => void;
}) {
  const t = useMessages();
  const inMonth = (month: string | undefined) => ({ month: month ? monthInWords(month, t) : '' });
  return (
    <AskedChips
      asked={[
        {
          isOn: ofCampaigns === true,
          label: t.text('placements.asked.ofCampaigns'),
          onClear: () => change({ ofCampaigns: undefined }),
        },
        {
          isOn: liveIn !== undefined,
          label: t.text('placements.asked.liveIn', inMonth(liveIn)),
          onClear: () => change({ liveIn: undefined }),
        },
        {
          isOn: dueIn !== undefined,
          label: t.text('placements.asked.dueIn', inMonth(dueIn)),
          onClear: () => change({ dueIn: undefined }),
        },
      ]}
    />
  );
}

function Actions({ search }: { readonly search: PlacementSearch }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  return (
    <>
      <Tooltip label={t.text('placements.export')}>
        <ActionIcon
          variant="default"
          size={32}
          component="a"
          href={exportAddress(search)}
          download
          aria-label={t.text('placements.export')}
        >
          <IconDownload size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {mayWrite && (
        <>
          <Button
            variant="default"
            leftSection={<IconUpload size={16} stroke={1.75} aria-hidden />}
            renderRoot={(props) => <Link to="/imports/new" {...props} />}
          >
            {t.text('placements.import')}
          </Button>
          <Button
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
            renderRoot={(props) => <Link to="/placements/new" {...props} />}
          >
            {t.text('placements.add')}
          </Button>
        </>
      )}
    </>
  );
}
