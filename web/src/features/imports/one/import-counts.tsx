import type { ImportView } from '../../../api/import-views.js';
import { formatTag } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import classes from '../imports.module.css';

const KINDS = ['created', 'changed', 'duplicate', 'skipped', 'bad'] as const;
const TONES: Readonly<Partial<Record<(typeof KINDS)[number], string>>> = {
  created: 'live',
  changed: 'live',
  bad: 'differs',
};

/** What became of the rows, or after a dry run would: each row is in one of these figures. */
export function ImportCounts({ made }: { readonly made: ImportView }) {
  const t = useMessages();
  const isTrial = made.state === 'tried';
  return (
    <ul className={classes['counts']}>
      {KINDS.map((kind) => {
        const count = made.counts[kind];
        return (
          <li key={kind} data-tone={count > 0 ? TONES[kind] : undefined}>
            <b>{new Intl.NumberFormat(formatTag(t.locale)).format(count)}</b>{' '}
            {t.text(`imports.count.${kind}`, { count, isTrial: isTrial ? 'yes' : 'no' })}
          </li>
        );
      })}
    </ul>
  );
}
