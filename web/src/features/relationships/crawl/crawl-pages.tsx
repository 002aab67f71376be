import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import layout from '../../../ui/record-page.module.css';
import { WebAddress } from '../../../ui/web-address.js';
import { CRAWL_PAGE_STATES, type Crawl, type CrawlPage, type CrawlPageState } from '../relationship-views.js';
import { crawlPages } from '../relationships-api.js';

/** The pages of the newest reading, by what became of them: what was missed matters as much as what was read. */
export function CrawlPages({ crawl }: { readonly crawl: Crawl }) {
  const t = useMessages();
  const [state, setState] = useState<CrawlPageState>('failed');
  const list = useInfiniteQuery(crawlPages(crawl.id, state));
  const pages = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel
      title={t.text('relationships.crawl.pages')}
      flush
      aside={
        <SegmentedControl
          size="xs"
          value={state}
          onChange={(next) => setState(next)}
          data={CRAWL_PAGE_STATES.map((value) => ({
            value,
            label: t.text(`relationships.crawl.pageState.${value}`),
          }))}
          aria-label={t.text('relationships.crawl.pages')}
        />
      }
    >
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton height={44} m="md" w="auto" />}
      {list.data && pages.length === 0 && (
        <p className={layout['hint']}>{t.text('relationships.crawl.noPages')}</p>
      )}
      {pages.length > 0 && (
        <Rows label={t.text('relationships.crawl.pages')}>
          {pages.map((page) => (
            <ListRow key={page.url} title={<WebAddress url={page.url} />} note={<PageNews page={page} />} />
          ))}
        </Rows>
      )}
      {list.hasNextPage && (
        <Button
          variant="default"
          m="sm"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t.text('app.loadMore')}
        </Button>
      )}
    </Panel>
  );
}

function PageNews({ page }: { readonly page: CrawlPage }) {
  const t = useMessages();
  const key = `relationships.crawl.finding.${page.findingCode ?? ''}`;
  const says = [
    page.findingCode && (t.has(key) ? t.text(key) : page.findingCode),
    page.httpStatus && t.text('relationships.crawl.http', { status: page.httpStatus }),
    page.linkCount !== null && t.text('relationships.crawl.links', { count: page.linkCount }),
  ].filter(Boolean);
  return <>{says.join(' · ') || '—'}</>;
}
