import { Button, Skeleton, Tabs } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { PlacementDetail } from '../../../api/placement-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { shortDay } from '../../../i18n/times.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { VerdictStrip } from '../../../ui/verdict-strip.js';
import { placementChecks, placementTimeline } from '../placements-api.js';
import { CheckLine, EventLine } from './history-lines.js';
import classes from './placement.module.css';

/** Everything since the first day: the strip of checks, what happened, and every check by itself. */
export function HistoryCard({ placement }: { readonly placement: PlacementDetail }) {
  const t = useMessages();
  const { data } = useInfiniteQuery(placementChecks(placement.id));
  const checks = data?.pages.flatMap((page) => page.items) ?? [];
  const first = data?.pages[0];
  return (
    <Tabs defaultValue="events" variant="pills" className={classes['tabs'] ?? ''} keepMounted={false}>
      <Panel
        title={t.text('placements.history.title')}
        flush
        aside={
          <>
            {first && <Since count={first.total} createdAt={placement.createdAt} />}
            <Tabs.List aria-label={t.text('placements.history.title')}>
              <Tabs.Tab value="events">{t.text('placements.history.events')}</Tabs.Tab>
              <Tabs.Tab value="checks">{t.text('placements.history.checks')}</Tabs.Tab>
            </Tabs.List>
          </>
        }
      >
        {checks.length > 0 && (
          <div className={classes['strip']}>
            <VerdictStrip verdicts={checks.map(({ verdict }) => verdict).reverse()} slots={checks.length} />
          </div>
        )}
        <Tabs.Panel value="events">
          <Events id={placement.id} />
        </Tabs.Panel>
        <Tabs.Panel value="checks">
          <Checks id={placement.id} />
        </Tabs.Panel>
      </Panel>
    </Tabs>
  );
}

function Since({ count, createdAt }: { readonly count: number; readonly createdAt: string }) {
  const t = useMessages();
  const day = shortDay(new Date(createdAt), new Date(), t);
  return <span>{t.text('placements.history.since', { count, day })}</span>;
}

function Events({ id }: { readonly id: string }) {
  const t = useMessages();
  const list = useInfiniteQuery(placementTimeline(id));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Waits
        isPending={list.isPending}
        error={list.error}
        empty={items.length === 0 && t.text('placements.history.noEvents')}
      />
      <ol className={classes['timeline']}>
        {items.map((event) => (
          <EventLine key={event.id} event={event} />
        ))}
      </ol>
      <Older list={list} />
    </>
  );
}

function Checks({ id }: { readonly id: string }) {
  const t = useMessages();
  const list = useInfiniteQuery(placementChecks(id));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Waits
        isPending={list.isPending}
        error={list.error}
        empty={items.length === 0 && t.text('placements.history.noChecks')}
      />
      <ol className={classes['timeline']}>
        {items.map((check) => (
          <CheckLine key={check.id} check={check} />
        ))}
      </ol>
      <Older list={list} />
    </>
  );
}

interface WaitsProps {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly empty: string | false;
}

function Waits({ isPending, error, empty }: WaitsProps) {
  if (isPending) return <Skeleton height={64} />;
  if (error) return <ProblemAlert error={error} />;
  return empty ? <p className={classes['hint']}>{empty}</p> : null;
}

interface OlderProps {
  readonly list: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): Promise<unknown>;
  };
}

function Older({ list }: OlderProps) {
  const t = useMessages();
  if (!list.hasNextPage) return null;
  return (
    <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
      {t.text('placements.history.older')}
    </Button>
  );
}
