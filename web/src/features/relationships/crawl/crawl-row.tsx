import { Button, Progress } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Messages } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import layout from '../../../ui/record-page.module.css';
import { RelativeTime } from '../../../ui/relative-time.js';
import { toastProblem } from '../../../ui/undo-toast.js';
import type { Crawl } from '../relationship-views.js';
import classes from '../relationships.module.css';
import { relationshipActs, relationshipKeys } from '../relationships-api.js';

const TONES = { running: undefined, done: 'live', stopped: 'differs', failed: 'removed' } as const;

function figuresOf(crawl: Crawl, t: Messages): string {
  const figure = (count: number) => countInWords(count, true, t);
  return t.text('relationships.crawl.figures', {
    read: figure(crawl.pagesRead),
    found: figure(crawl.pagesFound),
    failed: figure(crawl.pagesFailed),
    skipped: figure(crawl.pagesSkipped),
    links: figure(crawl.linksFound),
  });
}

/** One reading of the site: how it went, and how far it is while it goes on. */
export function CrawlRow({ crawl, mayWrite }: { readonly crawl: Crawl; readonly mayWrite: boolean }) {
  const t = useMessages();
  const queries = useQueryClient();
  const isRunning = crawl.state === 'running';
  const done = crawl.pagesRead + crawl.pagesFailed + crawl.pagesSkipped;
  const stop = () =>
    relationshipActs
      .stopCrawl(crawl.id)
      .catch((error: unknown) => toastProblem(t, error))
      .finally(() => void queries.invalidateQueries({ queryKey: relationshipKeys.plan(crawl.brandId) }));
  return (
    <li className={classes['link']}>
      <div className={classes['linkTop']}>
        <span className={layout['titleRow']}>
          <span
            className={layout['tag']}
            data-tone={crawl.state === 'done' && !crawl.isComplete ? 'differs' : TONES[crawl.state]}
          >
            {t.text(
              crawl.state === 'done' && !crawl.isComplete
                ? 'relationships.crawl.state.gaps'
                : `relationships.crawl.state.${crawl.state}`,
            )}
          </span>
          <span className={classes['quiet']}>
            {crawl.startedByName
              ? t.text('relationships.crawl.startedBy', { name: crawl.startedByName })
              : t.text('relationships.crawl.byPlan')}
          </span>
        </span>
        <span className={classes['linkEnd']}>
          <RelativeTime at={crawl.startedAt} />
          {isRunning && mayWrite && (
            <Button variant="default" size="compact-sm" onClick={() => void stop()}>
              {t.text('relationships.crawl.stop')}
            </Button>
          )}
        </span>
      </div>
      <div className={classes['progress']}>
        <span aria-live={isRunning ? 'polite' : 'off'}>{figuresOf(crawl, t)}</span>
        {isRunning && (
          <Progress
            size="sm"
            value={crawl.pagesFound > 0 ? (done / crawl.pagesFound) * 100 : 0}
            aria-label={t.text('relationships.crawl.readings')}
            animated
            striped
          />
        )}
        {crawl.errorCode && <ErrorWords code={crawl.errorCode} />}
      </div>
    </li>
  );
}

function ErrorWords({ code }: { readonly code: string }) {
  const t = useMessages();
  const key = `relationships.crawl.finding.${code}`;
  return <span className={classes['missing']}>{t.has(key) ? t.text(key) : code}</span>;
}
