import type { ReactNode } from 'react';
import { ProblemAlert } from './problem-alert.js';
import { type PagedList, useListRows } from './use-list-rows.js';
import { type Column, type Selection, VirtualTable } from './virtual-table.js';

interface Props<Row extends { readonly id: string }> {
  readonly label: string;
  readonly list: PagedList<Row>;
  readonly columns: readonly Column<Row>[];
  readonly nameOf: (row: Row) => string;
  readonly card: (row: Row) => ReactNode;
  readonly onOpen: (row: Row) => void;
  /** What stands there when nothing fits. */
  readonly empty: ReactNode;
  readonly placeId: string;
  readonly selection?: Selection | undefined;
}

const idOf = (row: { readonly id: string }) => row.id;

/** The rows of a search as a table, fetched page by page while one scrolls; a failure or an empty list says so in its place. */
export function RecordList<Row extends { readonly id: string }>(props: Props<Row>) {
  const list = useListRows(props.list);
  if (list.error) return <ProblemAlert error={list.error} onRetry={list.retry} />;
  if (list.isEmpty) return <>{props.empty}</>;
  return (
    <VirtualTable
      label={props.label}
      columns={props.columns}
      rows={list.rows}
      idOf={idOf}
      nameOf={props.nameOf}
      card={props.card}
      onOpen={props.onOpen}
      selection={props.selection}
      total={list.rowCount}
      isLoading={list.isPending}
      onNearEnd={list.onNearEnd}
      placeId={props.placeId}
    />
  );
}
