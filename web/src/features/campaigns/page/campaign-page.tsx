import { Button, Skeleton, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { BudgetCard } from '../../../ui/budget-card.js';
import { ListBar, ListBody } from '../../../ui/list-page.js';
import { Page } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { ExportMenu } from '../../../ui/record-list-bar.js';
import layout from '../../../ui/record-page.module.css';
import { SavedViews } from '../../../ui/saved-views.js';
import { SearchField } from '../../../ui/search-field.js';
import { useSearchChange } from '../../../ui/use-search-change.js';
import { AddProspectsDialog } from '../add/add-prospects-dialog.js';
import { PitchBoardView } from '../board/pitch-board-view.js';
import { ByHandButton } from '../by-hand/by-hand-button.js';
import { PitchCalendarView } from '../calendar/pitch-calendar-view.js';
import { type PitchSearch, pitchFilter } from '../campaign-search.js';
import type { CampaignDetail, CampaignKind } from '../campaign-views.js';
import classes from '../campaigns.module.css';
import { campaignDetail, campaignKinds, exportAddress } from '../campaigns-api.js';
import { CampaignSettings } from '../settings/campaign-settings.js';
import { PitchTable } from '../table/pitch-table.js';
import { AssigneeChip } from './assignee-chip.js';
import { NoPitches } from './no-pitches.js';
import { PitchFilters } from './pitch-filters.js';
import { campaignSentence } from './sentence.js';
import { ViewChips } from './view-chips.js';

const route = getRouteApi('/frame/campaigns/$id');
/** What changes without a step to go back to. */
const PASSING = ['q', 'add', 'at'] as const;

/** One campaign: its pitches on a board, in a table or in a calendar, and its settings. */
export function CampaignPage() {
  const t = useMessages();
  const { id } = route.useParams();
  const { view } = route.useSearch();
  const campaign = useQuery(campaignDetail(id));
  const kinds = useQuery(campaignKinds);
  const error = campaign.error ?? kinds.error;
  const parent = <Link to="/campaigns">{t.text('campaigns.title')}</Link>;
  if (error)
    return (
      <Page>
        <PageHeader parent={parent} title={t.text('campaigns.one')} />
        <ProblemAlert error={error} onRetry={() => void campaign.refetch()} />
      </Page>
    );
  if (!campaign.data || !kinds.data)
    return (
      <Page>
        <PageHeader parent={parent} title={t.text('campaigns.one')} />
        <Skeleton h={28} w={420} />
        <Skeleton h={360} />
      </Page>
    );
  const kind = kinds.data.find(({ key }) => key === campaign.data.kind);
  return (
    <Page fill={view !== 'settings'}>
      <PageHeader
        parent={parent}
        title={campaign.data.name}
        note={
          <>
            <span className={layout['tag']}>{kind?.name ?? campaign.data.kind}</span>{' '}
            {campaignSentence(campaign.data, t)}
          </>
        }
      />
      <Shown campaign={campaign.data} kind={kind} />
    </Page>
  );
}

interface ShownProps {
  readonly campaign: CampaignDetail;
  readonly kind: CampaignKind | undefined;
}

function Shown({ campaign, kind }: ShownProps) {
  const t = useMessages();
  const search = route.useSearch();
  const change = useChange();
  const { view = 'board' } = search;
  const mayAdd = useMay('write') && campaign.archivedAt === null;
  const isOfPitches = view !== 'settings';
  const isNarrowing = view === 'table';
  // A small screen has no room for it beside the title.
  const isSmall = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  return (
    <ListBody>
      <ListBar
        label={t.text('campaigns.bar')}
        end={
          <>
            {view === 'table' && (
              <ExportMenu
                addressOf={(format) =>
                  exportAddress(pitchFilter(search, { campaignId: campaign.id }), format)
                }
              />
            )}
            {mayAdd && isOfPitches && kind && <ByHandButton campaign={campaign} kind={kind} />}
            {mayAdd && isOfPitches && <AddButton onClick={() => change({ add: true })} />}
          </>
        }
      >
        <ViewChips value={view} onChange={(next) => change({ view: next === 'board' ? undefined : next })} />
        {isNarrowing && <SavedViews list="pitches" path={`/campaigns/${campaign.id}`} />}
        {isOfPitches && (
          <>
            <AssigneeChip
              value={search.assignee}
              onChange={(assignee) => change({ assignee })}
              anyone={t.text('campaigns.who.anyone')}
            />
            <PitchFilters search={search} change={change} kind={kind} />
            {isNarrowing && (
              <SearchField
                label={t.text('campaigns.searchPitches')}
                value={search.q}
                onChange={(q) => change({ q })}
              />
            )}
          </>
        )}
      </ListBar>
      {isSmall && isOfPitches && <p className={classes['sentence']}>{campaignSentence(campaign, t)}</p>}
      <View campaign={campaign} kind={kind} search={search} change={change} />
      {search.add && mayAdd && (
        <AddProspectsDialog campaign={campaign} onClose={() => change({ add: undefined })} />
      )}
    </ListBody>
  );
}

const useChange = () => useSearchChange<PitchSearch>(route.useNavigate(), PASSING);

interface ViewProps extends ShownProps {
  readonly search: PitchSearch;
  readonly change: (to: Partial<PitchSearch>) => void;
}

function View({ campaign, kind, search, change }: ViewProps) {
  const filter = useMemo(() => pitchFilter(search, { campaignId: campaign.id }), [search, campaign.id]);
  const empty = <NoPitches campaign={campaign} kind={kind} search={search} change={change} />;
  switch (search.view) {
    case 'table':
      return <PitchTable filter={filter} kind={kind} search={search} change={change} empty={empty} />;
    case 'calendar':
      return <PitchCalendarView filter={filter} search={search} change={change} />;
    case 'settings':
      return (
        <Stack gap="md" maw={860}>
          <BudgetCard campaignId={campaign.id} />
          <CampaignSettings key={campaign.revision} campaign={campaign} kind={kind} />
        </Stack>
      );
    case 'board':
    case undefined:
      return <PitchBoardView filter={filter} at={search.at} onAt={(at) => change({ at })} empty={empty} />;
  }
}

function AddButton({ onClick }: { readonly onClick: () => void }) {
  const t = useMessages();
  return (
    <Button leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={onClick}>
      {t.text('campaigns.add.title')}
    </Button>
  );
}
