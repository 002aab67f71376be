import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useKeys } from '../../../app/keys/keys-provider.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { JobProgress } from '../../../ui/job-progress.js';
import { BulkAct, BulkBarFrame, FloatingCard, ListBar } from '../../../ui/list-page.js';
import { useRowSelection } from '../../../ui/use-row-selection.js';
import { VirtualTable } from '../../../ui/virtual-table.js';
import { AddFoundDialog } from './add-found-dialog.js';
import { AdditionsCard } from './additions-card.js';
import { FoundCard } from './found-card.js';
import { foundColumns } from './found-columns.js';
import { FoundPeek } from './found-peek.js';
import { type FoundRow, isNewTo } from './found-rows.js';
import { useAdditions } from './use-additions.js';

interface Props {
  readonly rows: readonly FoundRow[];
  readonly clientId: string | undefined;
  /** Names the search, so that another one starts with nothing chosen and at its top. */
  readonly searchKey: string;
  readonly peek: string | undefined;
  readonly onPeek: (siteKey: string | undefined) => void;
}

const idOf = (row: FoundRow) => row.id;

/** The sites that were found: looked at one by one, chosen, and made prospects together. */
export function Results({ rows, clientId, searchKey, peek, onPeek }: Props) {
  const t = useMessages();
  const { selection, setSelection, forTable } = useRowSelection(rows, searchKey);
  const [adding, setAdding] = useState<readonly string[] | null>(null);
  const done = useAdditions();
  const { additions } = done;
  const chosen = rows.filter(({ id }) => forTable.ids.has(id)).map(idOf);
  const fresh = rows.filter((row) => isNewTo(row, clientId)).map(idOf);
  const outcomes = useMemo(() => new Map(additions.map((one) => [one.address, one])), [additions]);
  const columns = useMemo(
    () =>
      foundColumns({
        t,
        clientId,
        additionOf: (siteKey) => outcomes.get(siteKey),
        onOpen: ({ id }) => onPeek(id),
      }),
    [t, clientId, outcomes, onPeek],
  );
  const addAt = (index: number) => {
    const row = rows[index];
    if (chosen.length > 0) setAdding(chosen);
    else if (row) setAdding([row.id]);
  };
  const peeked = rows.find(({ id }) => id === peek);
  return (
    <>
      <ListBar label={t.text('prospects.found.choosing')}>
        <Button
          variant="default"
          disabled={fresh.length === 0}
          onClick={() => setSelection({ kind: 'some', ids: new Set(fresh) })}
        >
          {t.text('prospects.found.chooseNew', { count: fresh.length })}
        </Button>
      </ListBar>
      <VirtualTable
        label={t.text('prospects.found.sites')}
        columns={columns}
        rows={rows}
        idOf={idOf}
        nameOf={({ displayHost }) => displayHost}
        card={(row) => (
          <FoundCard
            row={row}
            clientId={clientId}
            addition={outcomes.get(row.id)}
            isSelected={forTable.ids.has(row.id)}
            onToggle={() => forTable.toggle(row.id, false)}
            onOpen={() => onPeek(row.id)}
          />
        )}
        onOpen={({ id }) => onPeek(id)}
        openId={peek}
        selection={forTable}
        total={rows.length}
        acts={[{ keys: 'a', label: t.text('prospects.found.keys.add'), run: addAt }]}
        placeId={`found-${searchKey}`}
      />
      {chosen.length > 0 && selection.kind === 'some' && (
        <ChosenBar count={chosen.length} onAdd={() => setAdding(chosen)} onClear={forTable.clear} />
      )}
      {additions.length > 0 && chosen.length === 0 && (
        <AdditionsCard
          additions={additions}
          isUndoable={done.isUndoable}
          onUndo={done.undo}
          onClose={done.close}
        />
      )}
      {done.undoJobId && (
        <FloatingCard label={t.text('prospects.bulk.progress')} onClose={done.undoEnded}>
          <JobProgress
            jobId={done.undoJobId}
            label={t.text('prospects.bulk.doing.undo')}
            onEnd={done.undoEnded}
          />
        </FloatingCard>
      )}
      {peeked && (
        <FoundPeek
          key={peeked.id}
          row={peeked}
          clientId={clientId}
          addition={outcomes.get(peeked.id)}
          onAdd={() => setAdding([peeked.id])}
          onClose={() => onPeek(undefined)}
        />
      )}
      {adding && (
        <AddFoundDialog
          siteKeys={adding}
          onAdded={(items) => {
            forTable.clear();
            done.told(items);
          }}
          onClose={() => setAdding(null)}
        />
      )}
    </>
  );
}

interface ChosenProps {
  readonly count: number;
  readonly onAdd: () => void;
  readonly onClear: () => void;
}

function ChosenBar({ count, onAdd, onClear }: ChosenProps) {
  const t = useMessages();
  useKeys([{ keys: 'a', label: t.text('prospects.found.keys.add'), run: onAdd }]);
  return (
    <BulkBarFrame
      label={t.text('prospects.found.choosing')}
      count={t.text('prospects.bulk.selected', { count })}
      clear={t.text('prospects.bulk.clear')}
      onClear={onClear}
    >
      <BulkAct icon={IconPlus} word={t.text('prospects.found.addChosen')} onClick={onAdd} />
    </BulkBarFrame>
  );
}
