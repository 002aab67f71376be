import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { ListRow, Rows } from '../../ui/list-row.js';
import { Panel } from '../../ui/page.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { toast, toastProblem } from '../../ui/undo-toast.js';
import { acts, type Merge, mergesQuery } from './merges-api.js';
import { useRefreshRecords } from './use-refresh-records.js';

/** What was merged, split and rejoined, each to be undone for 30 days. */
export function DoneLately() {
  const t = useMessages();
  const merges = useQuery(mergesQuery);
  const items = merges.data?.items ?? [];
  if (merges.error) return <ProblemAlert error={merges.error} onRetry={() => void merges.refetch()} />;
  if (items.length === 0) return null;
  return (
    <Panel title={t.text('merges.done')} flush>
      <Rows label={t.text('merges.done')}>
        {items.map((merge) => (
          <DoneRow key={merge.id} merge={merge} />
        ))}
      </Rows>
    </Panel>
  );
}

function DoneRow({ merge }: { readonly merge: Merge }) {
  const t = useMessages();
  const refresh = useRefreshRecords();
  const mayWrite = useMay('write');
  const undo = () =>
    acts.undo(merge.id).then(
      () => {
        toast(t.text('app.undone'));
        return refresh();
      },
      (error: unknown) => toastProblem(t, error),
    );
  return (
    <ListRow
      title={t.text(`merges.act.${merge.act}`, { other: merge.other.label, kept: merge.kept.label })}
      note={
        <>
          {t.text('merges.moved', { count: merge.movedRows })} · {merge.doneByName} ·{' '}
          <RelativeTime at={merge.doneAt} />
        </>
      }
    >
      {merge.undoneAt !== null && <span>{t.text('merges.undone')}</span>}
      {merge.mayBeUndone && mayWrite && (
        <Button
          variant="default"
          aria-label={t.text('merges.undoNamed', { name: merge.other.label })}
          onClick={() => void undo()}
        >
          {t.text('app.undo')}
        </Button>
      )}
    </ListRow>
  );
}
