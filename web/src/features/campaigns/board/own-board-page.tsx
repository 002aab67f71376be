import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { dayInWords } from '../../../i18n/times.js';
import { AskedChips } from '../../../ui/asked-chips.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { ListBar, ListBody } from '../../../ui/list-page.js';
import { Page } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ExportMenu } from '../../../ui/record-list-bar.js';
import { SearchField } from '../../../ui/search-field.js';
import { useSearchChange } from '../../../ui/use-search-change.js';
import { PitchCalendarView } from '../calendar/pitch-calendar-view.js';
import { type PitchSearch, pitchFilter } from '../campaign-search.js';
import classes from '../campaigns.module.css';
import { exportAddress, pitchBoard } from '../campaigns-api.js';
import { AssigneeChip } from '../page/assignee-chip.js';
import { PitchFilters } from '../page/pitch-filters.js';
import { ViewChips } from '../page/view-chips.js';
import { PitchTable } from '../table/pitch-table.js';
import { PitchBoardView } from './pitch-board-view.js';

const route = getRouteApi('/frame/board');
/** What changes without a step to go back to. */
const PASSING = ['q', 'at'] as const;
const VIEWS = ['board', 'table', 'calendar'] as const;

/** Everything one person works on, across campaigns, the kinds apart. */
export function OwnBoardPage() {
  const t = useMessages();
  const search = route.useSearch();
  const change = useSearchChange<PitchSearch>(route.useNavigate(), PASSING);
  const filter = useMemo(() => pitchFilter(search, { assigneeMemberId: 'me' }), [search]);
  const view = search.view === 'settings' ? 'board' : (search.view ?? 'board');
  const empty = (
    <EmptyState
      sentence={t.text('campaigns.own.none')}
      action={<Link to="/campaigns">{t.text('campaigns.own.toCampaigns')}</Link>}
    />
  );
  return (
    <Page fill>
      <PageHeader
        parent={<Link to="/campaigns">{t.text('campaigns.title')}</Link>}
        title={t.text('campaigns.own.title')}
      />
      <ListBody>
        <ListBar
          label={t.text('campaigns.bar')}
          end={view === 'table' && <ExportMenu addressOf={(format) => exportAddress(filter, format)} />}
        >
          <ViewChips
            views={VIEWS}
            value={view}
            onChange={(next) => change({ view: next === 'board' ? undefined : next })}
          />
          <AssigneeChip
            value={search.assignee ?? 'me'}
            everybody={t.text('campaigns.who.everybody')}
            onChange={(assignee) => change({ assignee: assignee === 'me' ? undefined : assignee })}
          />
          <PitchFilters search={search} change={change} kind={undefined} />
          <AskedChips
            asked={(['dueTo', 'deadlineTo'] as const).map((key) => ({
              isOn: search[key] !== undefined,
              label: t.text(`campaigns.asked.${key}`, { day: search[key] ? dayInWords(search[key], t) : '' }),
              onClear: () => change({ [key]: undefined }),
            }))}
          />
          {view === 'table' && (
            <SearchField
              label={t.text('campaigns.searchPitches')}
              value={search.q}
              onChange={(q) => change({ q })}
            />
          )}
          {view === 'board' && <Totals filter={filter} />}
        </ListBar>
        {view === 'board' && (
          <PitchBoardView filter={filter} at={search.at} onAt={(at) => change({ at })} isOwn empty={empty} />
        )}
        {view === 'table' && (
          <PitchTable
            filter={filter}
            kind={undefined}
            search={search}
            change={change}
            empty={empty}
            showsCampaign
          />
        )}
        {view === 'calendar' && <PitchCalendarView filter={filter} search={search} change={change} />}
      </ListBody>
    </Page>
  );
}

function Totals({ filter }: { readonly filter: Parameters<typeof pitchBoard>[0] }) {
  const t = useMessages();
  const totals = useQuery(pitchBoard(filter)).data?.totals;
  if (!totals) return null;
  return (
    <span className={classes['sentence']}>
      {t.text('campaigns.own.totals', {
        count: totals.count,
        overdue: totals.overdue,
        stuck: totals.stuck,
      })}
    </span>
  );
}
