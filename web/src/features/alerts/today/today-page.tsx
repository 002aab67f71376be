import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { query } from '../../../api/client.js';
import { useScope } from '../../../app/session/scope.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { GuideLink } from '../../../ui/guide-link.js';
import { Page } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useRowKeys } from '../../../ui/row-keys.js';
import { FirstSteps } from './first-steps.js';
import classes from './today.module.css';
import { TodayList } from './today-list.js';

/** What waits: each list is there to be worked through, top to bottom, by `j`, `k` and Enter. */
export function TodayPage() {
  const t = useMessages();
  const { filter } = useScope();
  const today = useQuery(query.queryOptions('get', '/api/v1/today', { params: { query: filter } }));
  const lists = today.data?.lists.filter(({ total }) => total > 0) ?? [];
  const waiting = lists.reduce((sum, { total }) => sum + total, 0);
  const rows = lists.reduce((sum, { items }) => sum + items.length, 0);
  const scroller = useRef<HTMLDivElement>(null);
  useRowKeys({ count: rows, scroller });

  let before = 0;
  const placed = lists.map((list) => {
    const first = before;
    before += list.items.length;
    return { list, first };
  });
  return (
    <Page>
      <PageHeader
        title={t.text('app.nav.today')}
        note={today.data && t.text('alerts.today.waiting', { count: waiting })}
      />
      <ProblemAlert error={today.error} onRetry={() => void today.refetch()} />
      {today.isPending && <TodaySkeleton />}
      {today.data && !today.data.firstSteps.done && <FirstSteps steps={today.data.firstSteps} />}
      {today.data?.firstSteps.done && waiting === 0 && (
        <div className={classes['calm']}>
          <p className={classes['sentence']}>{t.text('alerts.today.calm')}</p>
          <GuideLink page="checks" />
        </div>
      )}
      <div ref={scroller} className={classes['lists']}>
        {placed.map(({ list, first }) => (
          <TodayList key={list.key} list={list} firstIndex={first} />
        ))}
      </div>
    </Page>
  );
}

function TodaySkeleton() {
  return (
    <>
      <Skeleton h={132} radius="lg" />
      <Skeleton h={204} radius="lg" />
    </>
  );
}
