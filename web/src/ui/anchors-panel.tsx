import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import { formatTag } from '../i18n/messages.js';
import { useMessages } from '../i18n/messages-provider.js';
import { countInWords } from '../i18n/times.js';
import classes from './anchors-panel.module.css';
import { ProblemAlert } from './problem-alert.js';

/** So many wordings say what the profile looks like; the rest is a sum. */
const SHOWN = 8;

function anchorsOf(targetPageId: string) {
  return queryOptions({
    queryKey: ['target-pages', targetPageId, 'anchors'] as const,
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/target-pages/{id}/anchors', {
          params: { path: { id: targetPageId } },
          signal,
        }),
      ),
    staleTime: 30_000,
  });
}

/** The words that links to a page of ours use today, so that the next one is not the same again. */
export function AnchorsPanel({ targetPageId }: { readonly targetPageId: string }) {
  const t = useMessages();
  const { data, error, refetch } = useQuery(anchorsOf(targetPageId));
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const rest = data.items.slice(SHOWN).reduce((sum, { count }) => sum + count, 0);
  const percent = new Intl.NumberFormat(formatTag(t.locale), { style: 'percent' });
  return (
    <section className={classes['box']} aria-label={t.text('relationships.anchors.title')}>
      <p className={classes['title']}>
        {data.total === 0
          ? t.text('relationships.anchors.none')
          : t.text('relationships.anchors.total', {
              count: data.total,
              figure: countInWords(data.total, true, t),
            })}
      </p>
      {data.items.length > 0 && (
        <ul className={classes['list']}>
          {data.items.slice(0, SHOWN).map((item) => (
            <li key={item.anchor} className={classes['row']}>
              <span className={classes['words']}>
                {item.anchor === '' ? t.text('relationships.anchors.noWords') : `“${item.anchor}”`}
              </span>
              <span className={classes['bar']} aria-hidden>
                <span style={{ width: `${item.share * 100}%` }} />
              </span>
              <span className={classes['figure']}>
                {t.text('relationships.anchors.share', {
                  share: percent.format(item.share),
                  count: item.count,
                  live: item.live,
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {rest > 0 && <p className={classes['note']}>{t.text('relationships.anchors.rest', { count: rest })}</p>}
      {data.notKnown > 0 && (
        <p className={classes['note']}>
          {t.text('relationships.anchors.notKnown', { count: data.notKnown })}
        </p>
      )}
    </section>
  );
}
