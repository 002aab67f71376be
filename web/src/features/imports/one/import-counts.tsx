import type { ImportView } from '../../../api/import-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import classes from '../imports.module.css';

/** The three figures of an import: what became placements (or would), what was there already, what was not readable. */
export function ImportCounts({ made }: { readonly made: ImportView }) {
  const t = useMessages();
  const { created, duplicate, bad } = made.counts;
  const isTrial = made.state === 'tried';
  return (
    <ul className={classes['counts']}>
      <li data-tone={created > 0 ? 'live' : undefined}>
        {t.text(isTrial ? 'imports.count.wouldCreate' : 'imports.count.created', { count: created })}
      </li>
      <li>{t.text('imports.count.duplicate', { count: duplicate })}</li>
      <li data-tone={bad > 0 ? 'differs' : undefined}>{t.text('imports.count.bad', { count: bad })}</li>
    </ul>
  );
}
