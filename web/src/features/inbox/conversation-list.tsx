import { Skeleton } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { components } from '../../api/schema.generated.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FilterChip } from '../../ui/list-page.js';
import { MoreButton } from '../../ui/more-button.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { useRowKeys } from '../../ui/row-keys.js';
import { SearchField } from '../../ui/search-field.js';
import classes from './inbox.module.css';
import type { ConversationRow } from './inbox-api.js';
import { type InboxSearch, type InboxTab, TABS } from './inbox-search.js';
import { KindBadge } from './kind-badge.js';

type Counts = components['schemas']['InboxCounts'];
type Go = (part: Partial<InboxSearch>, replace?: boolean) => void;

interface Props {
  readonly search: InboxSearch;
  readonly list: UseInfiniteQueryResult;
  readonly rows: readonly ConversationRow[];
  readonly counts: Counts | undefined;
  readonly openId: string | undefined;
  readonly go: Go;
}

/** The tabs with their counts, and the conversations of one. */
export function ConversationList({ search, list, rows, counts, openId, go }: Props) {
  const t = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const { tab = 'to_answer' } = search;
  const keys = useRowKeys({
    count: rows.length,
    scroller,
    onOpen: (index) => go({ c: rows[index]?.id, about: undefined }),
    onEscape: () => go({ c: undefined, about: undefined }),
  });
  return (
    <section className={classes['list']} aria-label={t.text('inbox.conversations')}>
      <Tabs search={search} counts={counts} go={go} />
      <div ref={scroller} className={classes['rows']}>
        <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
        {list.isPending && <Skeleton h={240} m={12} w="auto" />}
        {list.isSuccess && rows.length === 0 && (
          <EmptyState sentence={t.text(isNarrowed(search) ? 'inbox.noneSo' : `inbox.none.${tab}`)} />
        )}
        <ul className={classes['plain']} aria-label={t.text(`inbox.tab.${tab}`)}>
          {rows.map((row, index) => (
            <Row
              key={row.id}
              row={row}
              index={index}
              isOpen={row.id === openId}
              onFocus={() => keys.setActive(index)}
            />
          ))}
        </ul>
        <MoreButton list={list} />
      </div>
    </section>
  );
}

function isNarrowed({ mine, snoozed, mailbox, pitch, q, client }: InboxSearch): boolean {
  return [mine, snoozed, mailbox, pitch, q, client].some((one) => one !== undefined);
}

const COUNTED: Readonly<Record<InboxTab, keyof Counts>> = {
  to_answer: 'toAnswer',
  waiting: 'waiting',
  unmatched: 'unmatched',
  other: 'other',
  done: 'done',
};

function Tabs({ search, counts, go }: Pick<Props, 'search' | 'counts' | 'go'>) {
  const t = useMessages();
  const { tab = 'to_answer' } = search;
  return (
    <div className={classes['listHead']}>
      <div className={classes['tabs']} role="toolbar" aria-label={t.text('inbox.tabs')}>
        {TABS.map((one) => {
          const count = one === 'done' ? 0 : (counts?.[COUNTED[one]] ?? 0);
          return (
            <FilterChip
              key={one}
              isOn={one === tab}
              onClick={() =>
                go({ tab: one === 'to_answer' ? undefined : one, c: undefined, about: undefined })
              }
            >
              {t.text(`inbox.tab.${one}`)} {count > 0 && <b>{count}</b>}
            </FilterChip>
          );
        })}
      </div>
      <div className={classes['tabs']} role="toolbar" aria-label={t.text('inbox.narrow')}>
        <FilterChip
          isOn={search.mine === true}
          onClick={() => go({ mine: search.mine ? undefined : true, c: undefined })}
        >
          {t.text('inbox.mine')}
        </FilterChip>
        <FilterChip
          isOn={search.snoozed === true}
          onClick={() => go({ snoozed: search.snoozed ? undefined : true, c: undefined })}
        >
          {t.text('inbox.snoozed')} {(counts?.snoozed ?? 0) > 0 && <b>{counts?.snoozed}</b>}
        </FilterChip>
        {search.pitch !== undefined && (
          <FilterChip isOn onClick={() => go({ pitch: undefined, c: undefined })}>
            {t.text('inbox.ofOnePitch')}
          </FilterChip>
        )}
      </div>
      <SearchField
        label={t.text('inbox.search')}
        value={search.q}
        onChange={(q) => go({ q, c: undefined }, true)}
      />
    </div>
  );
}

interface RowProps {
  readonly row: ConversationRow;
  readonly index: number;
  readonly isOpen: boolean;
  readonly onFocus: () => void;
}

function Row({ row, index, isOpen, onFocus }: RowProps) {
  const t = useMessages();
  const place = [row.siteName ?? row.from?.address, row.campaignName].filter(
    (one) => one !== null && one !== undefined,
  );
  return (
    <li className={classes['row']} data-index={index} data-open={isOpen || undefined}>
      <span data-row-head className={classes['rowTop']}>
        <Link
          to="/inbox"
          search={(before: InboxSearch) => ({ ...before, c: row.id, about: undefined })}
          className={classes['open'] ?? ''}
          aria-current={isOpen || undefined}
          onFocus={onFocus}
        >
          {row.from?.name || row.from?.address || t.text('inbox.onlyUs')}
        </Link>
        <span className={classes['when']}>
          <RelativeTime at={row.snoozedUntil ?? row.lastAt} />
        </span>
      </span>
      <span className={classes['subject']}>{row.subject || t.text('inbox.noSubject')}</span>
      <span className={classes['rowEnd']}>
        {row.lastKind && <KindBadge kind={row.lastKind} />}
        <span className={classes['place']}>{place.join(' · ')}</span>
        {row.assignee && <span className={classes['given']}>{row.assignee.name}</span>}
      </span>
    </li>
  );
}
