import { SegmentedControl, Skeleton } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useMessages } from '../../i18n/messages-provider.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page, Panel } from '../../ui/page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { ReportLinks } from '../../ui/report-paper.js';
import { usePages } from '../../ui/use-pages.js';
import classes from './portal.module.css';
import { fetchPlacements } from './portal-api.js';

const route = getRouteApi('/portal/placements');
const SHOWN = ['live', 'awaited', 'lost'] as const;

/** The client's links with what was seen of each and when. */
export function PortalPlacementsPage() {
  const t = useMessages();
  const { show = 'live' } = route.useSearch();
  const navigate = route.useNavigate();
  const { list, items, total } = usePages(['client-placements', show, t.locale], fetchPlacements(show));
  const words = {
    page: t.text('portal.word.page'),
    target: t.text('portal.word.target'),
    state: t.text('portal.word.state'),
    authority: t.text('portal.word.authority'),
    pageUnknown: t.text('portal.word.pageUnknown'),
    checked: t.text('portal.word.checked'),
    seen: t.text('portal.word.seen'),
    proof: t.text('portal.word.proof'),
    neverChecked: t.text('portal.word.neverChecked'),
    replacedBy: t.text('portal.word.replacedBy'),
    isReplacement: t.text('portal.word.isReplacement'),
    rel: t.text('portal.word.rel'),
  };
  return (
    <Page>
      <PageHeader
        title={t.text('portal.nav.placements')}
        note={list.data && t.text('portal.count', { count: total })}
      />
      <SegmentedControl
        aria-label={t.text('portal.show')}
        value={show}
        onChange={(next) => {
          const chosen = SHOWN.find((one) => one === next);
          void navigate({ search: chosen === undefined || chosen === 'live' ? {} : { show: chosen } });
        }}
        data={SHOWN.map((value) => ({ value, label: t.text(`portal.show.${value}`) }))}
      />
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={240} />}
      {list.data && items.length === 0 && <p className={classes['quiet']}>{t.text(`portal.none.${show}`)}</p>}
      {items.length > 0 && (
        <Panel>
          <ReportLinks links={items} words={words} timeZone={t.timeZone} locale={t.locale} />
        </Panel>
      )}
      <MoreButton list={list} />
    </Page>
  );
}
