import { Box } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { type DiffLine, type DiffPart, diffHtml, hasChanges } from './html-diff.js';
import { keyed } from './keyed.js';
import { markLink } from './mark-link.js';
import classes from './placement.module.css';

const SIGNS: Record<DiffLine['kind'], string> = { same: ' ', removed: '−', added: '+' };

/** What differs between the HTML of this check and of the one before. */
export function ChangesView({ before, after }: { readonly before: string; readonly after: string }) {
  const t = useMessages();
  const lines = useMemo(() => diffHtml(before, after), [before, after]);
  if (!hasChanges(lines)) return <p className={classes['hint']}>{t.text('placements.seenAs.noChanges')}</p>;
  return (
    <Code label={t.text('placements.seenAs.changesLabel')}>
      {keyed(lines).map(({ key, item: { kind, parts } }) => (
        <span key={key} className={classes['line']} data-kind={kind}>
          <span aria-hidden>{SIGNS[kind]} </span>
          {kind !== 'same' && <span className="only-read">{t.text(`placements.seenAs.${kind}`)}</span>}
          <Parts parts={parts} />
        </span>
      ))}
    </Code>
  );
}

/** The HTML around the link as it came, with the link marked. */
export function HtmlView({ html, hrefs }: { readonly html: string; readonly hrefs: readonly string[] }) {
  const t = useMessages();
  const parts = useMemo(() => markLink(html, hrefs), [html, hrefs]);
  if (html === '') return <p className={classes['hint']}>{t.text('placements.seenAs.none')}</p>;
  return (
    <Code label={t.text('placements.seenAs.html')}>
      <Parts parts={parts} />
    </Code>
  );
}

function Parts({ parts }: { readonly parts: readonly DiffPart[] }) {
  return keyed(parts).map(({ key, item }) =>
    item.mark ? <mark key={key}>{item.text}</mark> : <span key={key}>{item.text}</span>,
  );
}

/** A region that scrolls is reached by keyboard. */
function Code({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Box component="section" className={classes['html'] ?? ''} aria-label={label} tabIndex={0}>
      <pre>{children}</pre>
    </Box>
  );
}
