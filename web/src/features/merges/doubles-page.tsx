import { Button, Group, SegmentedControl, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMay } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ListRow, Rows } from '../../ui/list-row.js';
import { Page, Panel } from '../../ui/page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { toast, toastProblem } from '../../ui/undo-toast.js';
import { DoneLately } from './done-lately.js';
import classes from './merges.module.css';
import { acts, type Double, doublesQuery, isMergeKind, MERGE_KINDS, type MergeKind } from './merges-api.js';
import { useRefreshRecords } from './use-refresh-records.js';

const route = getRouteApi('/frame/doubles');

/** Records that look like one, and what was merged and split lately. */
export function DoublesPage() {
  const t = useMessages();
  const { kind = 'contact' } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(doublesQuery(kind));
  const pairs = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page>
      <PageHeader title={t.text('merges.title')} />
      <SegmentedControl
        className={classes['kinds'] ?? ''}
        aria-label={t.text('merges.kinds')}
        value={kind}
        onChange={(value) => void navigate({ search: isMergeKind(value) ? { kind: value } : {} })}
        data={MERGE_KINDS.map((value) => ({ value, label: t.text(`merges.kind.${value}`) }))}
      />
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={160} />}
      {list.data && pairs.length === 0 && <EmptyState sentence={t.text(`merges.none.${kind}`)} />}
      {pairs.length > 0 && (
        <Panel flush>
          <Rows label={t.text('merges.pairs')}>
            {pairs.map((pair) => (
              <PairRow key={pair.first.id + pair.second.id} pair={pair} kind={kind} />
            ))}
          </Rows>
        </Panel>
      )}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t.text('merges.more')}
        </Button>
      )}
      <DoneLately />
    </Page>
  );
}

function PairRow({ pair, kind }: { readonly pair: Double; readonly kind: MergeKind }) {
  const t = useMessages();
  const refresh = useRefreshRecords();
  const mayWrite = useMay('write');
  const search = { kind, keptId: pair.first.id, otherId: pair.second.id };
  const separate = () =>
    acts.dismiss({ kind, firstId: pair.first.id, secondId: pair.second.id }).then(
      () => {
        toast(t.text('merges.separated'));
        return refresh();
      },
      (error: unknown) => toastProblem(t, error),
    );
  const hints = [pair.first.hint, pair.second.hint].filter((hint) => hint !== '').join(' · ');
  return (
    <ListRow
      title={t.text('merges.pair', { first: pair.first.label, second: pair.second.label })}
      note={[t.text(`merges.reason.${pair.reason}`), hints].filter((text) => text !== '').join(' · ')}
    >
      {mayWrite && (
        <Group gap="sm">
          <Button
            aria-label={t.text('merges.compareNamed', { name: pair.first.label })}
            renderRoot={(props) => <Link to="/doubles/compare" search={search} {...props} />}
          >
            {t.text('merges.compare')}
          </Button>
          <Button variant="default" onClick={() => void separate()}>
            {t.text('merges.separate')}
          </Button>
        </Group>
      )}
    </ListRow>
  );
}
