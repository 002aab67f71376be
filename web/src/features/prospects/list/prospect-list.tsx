import { useCallback, useState } from 'react';
import type { ProspectRow } from '../../../api/prospect-views.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { NOTHING, reachOf } from '../../../ui/row-selection.js';
import { EditDrawer } from '../edit/edit-drawer.js';
import type { ProspectSearch } from '../prospect-search.js';
import type { BulkDialog } from './bulk-actions.js';
import { BulkBar } from './bulk-bar.js';
import { CellEditor, type EditedField, type Editing } from './cell-editor.js';
import { EmptyList } from './empty-list.js';
import { ProspectTable } from './prospect-table.js';
import type { WorkingList } from './use-working-list.js';

interface Props {
  readonly working: WorkingList;
  readonly search: ProspectSearch;
  readonly change: (to: Partial<ProspectSearch>) => void;
}

/** The rows of a search: fetched page by page as one scrolls, edited in place, and acted on together. */
export function ProspectList(props: Props) {
  const { list } = props.working;
  if (list.error) return <ProblemAlert error={list.error} onRetry={list.retry} />;
  if (list.isEmpty) return <EmptyList search={props.search} change={props.change} />;
  return <Workable {...props} />;
}

function Workable({ working, search, change }: Props) {
  const { list, selection, setSelection, forTable, size, bulk } = working;
  const mayWrite = useMay('write');
  const [editing, setEditing] = useState<Editing | null>(null);
  const [inForm, setInForm] = useState<ProspectRow | null>(null);
  const [dialog, setDialog] = useState<BulkDialog | null>(null);
  const onEdit = useCallback((row: ProspectRow, field: EditedField) => setEditing({ row, field }), []);
  const acts = useActs({ working, setEditing, setInForm, setDialog });
  return (
    <>
      <ProspectTable
        list={list}
        search={search}
        change={change}
        selection={mayWrite ? forTable : undefined}
        acts={mayWrite ? acts : []}
        onEdit={mayWrite ? onEdit : undefined}
      />
      {size > 0 && (
        <BulkBar
          {...reachOf(selection, list)}
          onSelectAll={() => setSelection({ kind: 'all' })}
          onClear={() => setSelection(NOTHING)}
          onAct={bulk.start}
          dialog={dialog}
          setDialog={setDialog}
        />
      )}
      {editing && (
        <CellEditor
          key={`${editing.row.id} ${editing.field}`}
          editing={editing}
          onClose={() => setEditing(null)}
        />
      )}
      {inForm && <EditDrawer row={inForm} onClose={() => setInForm(null)} />}
    </>
  );
}

interface Openers {
  readonly working: WorkingList;
  readonly setEditing: (editing: Editing) => void;
  readonly setInForm: (row: ProspectRow | null) => void;
  readonly setDialog: (dialog: BulkDialog) => void;
}

/** The keys that edit: with rows selected they mean all of them, else the row one stands on. */
function useActs({ working: { list, size }, setEditing, setInForm, setDialog }: Openers) {
  const t = useMessages();
  const either = (field: EditedField, ofAll: BulkDialog) => (index: number) => {
    const row = list.rows[index];
    if (size > 0) setDialog(ofAll);
    else if (row) setEditing({ row, field });
  };
  return [
    {
      keys: 'e',
      label: t.text('prospects.keys.edit'),
      run: (index: number) => setInForm(list.rows[index] ?? null),
    },
    { keys: 't', label: t.text('prospects.keys.tag'), run: either('tags', 'tag') },
    { keys: 'a', label: t.text('prospects.keys.assign'), run: either('owner', 'assign') },
    { keys: 's', label: t.text('prospects.keys.status'), run: either('status', 'status') },
  ];
}
