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
import { MailWaitingList } from './mail-waiting-list.js';
import { MyDayList } from './my-day-list.js';
import classes from './today.module.css';
import { TodayList } from './today-list.js';
import { isSaidBelow, useMyDay } from './use-my-day.js';

/** What waits: each list is there to be worked through, top to bottom, by `j`, `k` and Enter. */
export function TodayPage() {
  const t = useMessages();
  const { filter } = useScope();
  const today = useQuery(query.queryOptions('get', '/api/v1/today', { params: { query: filter } }));
  const lists = today.data?.lists.filter(({ total }) => total > 0) ?? [];
  const mail = today.data?.mail ?? [];
  const day = useMyDay(today.data && lists);
  const waiting = totalOf(mail) + totalOf(lists) + totalOf(day.lists.filter(({ key }) => !isSaidBelow(key)));
  const scroller = useRef<HTMLDivElement>(null);
  const own = day.lists.flatMap(({ key, items }) => items.map((item) => ({ key, item })));
  useRowKeys({
    count: rowsOf(mail) + own.length + rowsOf(lists),
    scroller,
    acts: [
      { keys: 'd', label: t.text('team.day.done'), run: (index) => day.done(own[index - rowsOf(mail)]) },
    ],
  });
  return (
    <Page>
      <PageHeader
        title={t.text('app.nav.today')}
        note={today.data && t.text('alerts.today.waiting', { count: waiting })}
      />
      <ProblemAlert error={today.error} onRetry={() => void today.refetch()} />
      <ProblemAlert error={day.error} />
      {today.isPending && <TodaySkeleton />}
      {today.data && !today.data.firstSteps.done && <FirstSteps steps={today.data.firstSteps} />}
      {today.data?.firstSteps.done && !day.isPending && waiting === 0 && (
        <div className={classes['calm']}>
          <p className={classes['sentence']}>{t.text('alerts.today.calm')}</p>
          <GuideLink page="checks" />
        </div>
      )}
      <div ref={scroller} className={classes['lists']}>
        {mail.map((list, place) => (
          <MailWaitingList key={list.key} list={list} firstIndex={rowsOf(mail.slice(0, place))} />
        ))}
        {day.lists.map((list, place) => (
          <MyDayList
            key={list.key}
            list={list}
            firstIndex={rowsOf(mail) + rowsOf(day.lists.slice(0, place))}
            onDone={(item) => day.done({ key: list.key, item })}
          />
        ))}
        {lists.map((list, place) => (
          <TodayList
            key={list.key}
            list={list}
            firstIndex={rowsOf(mail) + own.length + rowsOf(lists.slice(0, place))}
          />
        ))}
      </div>
    </Page>
  );
}

function totalOf(lists: readonly { readonly total: number }[]): number {
  return lists.reduce((sum, { total }) => sum + total, 0);
}

function rowsOf(lists: readonly { readonly items: readonly unknown[] }[]): number {
  return lists.reduce((sum, { items }) => sum + items.length, 0);
}

function TodaySkeleton() {
  return (
    <>
      <Skeleton h={132} radius="lg" />
      <Skeleton h={204} radius="lg" />
    </>
  );
}
