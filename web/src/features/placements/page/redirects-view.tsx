import type { CheckView } from '../../../api/placement-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { keyed } from './keyed.js';
import classes from './placement.module.css';

interface Props {
  readonly sourceUrl: string | null;
  readonly check: CheckView | undefined;
}

/** The way from the source page to the page that answered, hop by hop. */
export function RedirectsView({ sourceUrl, check }: Props) {
  const t = useMessages();
  if (!check || check.redirects.length === 0) {
    return <p className={classes['hint']}>{t.text('placements.seenAs.noRedirects')}</p>;
  }
  return (
    <ol className={classes['hops']} aria-label={t.text('placements.seenAs.way', { url: sourceUrl ?? '' })}>
      {keyed(check.redirects).map(({ key, item: { url, status } }) => (
        <li key={key}>
          <code className={classes['code']}>{status}</code> <span>{url}</span>
        </li>
      ))}
      {check.finalUrl && (
        <li>
          <code className={classes['code']}>{check.pageStatus ?? '—'}</code> <b>{check.finalUrl}</b>
        </li>
      )}
    </ol>
  );
}
