import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useMay, useSession } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { withoutNothing } from '../../ui/address-words.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FilterChip, ListBar, ListBody } from '../../ui/list-page.js';
import { Page } from '../../ui/page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { FilterButton, FilterChoice } from '../../ui/record-list-bar.js';
import { refreshTasks, type Task, taskActs, taskCounts, taskList } from '../../ui/task-api.js';
import { TaskDialog } from '../../ui/task-dialog.js';
import { TASK_KINDS } from '../../ui/task-words.js';
import { toastProblem } from '../../ui/undo-toast.js';
import { useListRows } from '../../ui/use-list-rows.js';
import { useRowSelection } from '../../ui/use-row-selection.js';
import { useSearchChange } from '../../ui/use-search-change.js';
import { useTaskDone } from '../../ui/use-task-done.js';
import { VirtualTable } from '../../ui/virtual-table.js';
import { TaskBulkBar, TaskJobCard } from './task-bulk-bar.js';
import { TaskCard } from './task-card.js';
import { taskColumns } from './task-columns.js';
import { type TaskSearch, taskFilter } from './task-search.js';
import { useTaskBulk } from './use-task-bulk.js';

const route = getRouteApi('/frame/tasks');

/** Tasks to work through: mine first, what is due first, one key to be done with one. */
export function TasksPage() {
  const t = useMessages();
  const search = route.useSearch();
  const mayWrite = useMay('write');
  const change = useSearchChange<TaskSearch>(route.useNavigate());
  return (
    <Page fill>
      <PageHeader title={t.text('tasks.title')} />
      <ListBody>
        <TaskBar search={search} change={change} mayWrite={mayWrite} />
        <Tasks search={search} change={change} mayWrite={mayWrite} />
      </ListBody>
      {search.add && mayWrite && (
        <TaskDialog
          place={search.client === undefined ? {} : { clientId: search.client }}
          onClose={() => change({ add: undefined })}
        />
      )}
    </Page>
  );
}

interface Props {
  readonly search: TaskSearch;
  readonly change: (to: Partial<TaskSearch>) => void;
  readonly mayWrite: boolean;
}

function TaskBar({ search, change, mayWrite }: Props) {
  const t = useMessages();
  const { member } = useSession();
  const { data: counts } = useQuery(
    taskCounts(withoutNothing({ ...taskFilter(search, member.id), state: undefined })),
  );
  const chip = (state: TaskSearch['state']) => ({
    isOn: search.state === state,
    onClick: () => change({ state: search.state === state ? undefined : state }),
  });
  const whose = (of: TaskSearch['whose']) => ({
    isOn: search.whose === of,
    onClick: () => change({ whose: of }),
  });
  return (
    <ListBar
      label={t.text('tasks.bar')}
      end={
        mayWrite && (
          <Button
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => change({ add: true })}
          >
            {t.text('tasks.add')}
          </Button>
        )
      }
    >
      <FilterChip {...whose(undefined)}>{t.text('tasks.chip.mine')}</FilterChip>
      <FilterChip {...whose('all')}>{t.text('tasks.chip.all')}</FilterChip>
      <FilterChip {...whose('nobody')} isLate>
        {t.text('tasks.chip.nobody', { count: counts?.unassigned ?? 0 })}
      </FilterChip>
      <FilterChip {...chip('overdue')}>
        {t.text('tasks.chip.overdue', { count: counts?.overdue ?? 0 })}
      </FilterChip>
      <FilterChip {...chip('today')}>{t.text('tasks.chip.today', { count: counts?.today ?? 0 })}</FilterChip>
      <FilterChip {...chip('done')} isLate>
        {t.text('tasks.chip.done')}
      </FilterChip>
      <FilterButton
        inUse={[search.kind, search.campaign, search.dueTo].filter((one) => one !== undefined).length}
        onClear={() => change({ kind: undefined, campaign: undefined, dueTo: undefined })}
      >
        <FilterChoice
          label={t.text('tasks.field.kind')}
          data={TASK_KINDS.map((value) => ({ value, label: t.text(`tasks.kind.${value}`) }))}
          value={search.kind}
          onChange={(kind) => change({ kind })}
        />
      </FilterButton>
    </ListBar>
  );
}

function Tasks({ search, change, mayWrite }: Props) {
  const t = useMessages();
  const { member } = useSession();
  const queries = useQueryClient();
  const [opened, setOpened] = useState<Task | null>(null);
  const finish = useTaskDone();
  const filter = taskFilter(search, member.id);
  const key = JSON.stringify(filter);
  const list = useListRows(useInfiniteQuery(taskList(filter)));
  const { rows } = list;
  const { selection, setSelection, forTable } = useRowSelection(rows, key);
  const bulk = useTaskBulk(setSelection);
  const isDone = search.state === 'done';
  const columns = useMemo(() => taskColumns(t, isDone, setOpened), [t, isDone]);
  const reopen = ({ id }: Task) =>
    taskActs
      .reopen(id)
      .then(() => refreshTasks(queries))
      .catch((error: unknown) => toastProblem(t, error));
  const act = (index: number) => {
    const task = rows[index];
    if (task !== undefined) void (isDone ? reopen(task) : finish(task));
  };
  const size = selection.kind === 'some' ? selection.ids.size : forTable.ids.size;
  if (list.error) return <ProblemAlert error={list.error} onRetry={list.retry} />;
  return (
    <>
      {list.isEmpty ? (
        <NoTasks search={search} change={change} mayWrite={mayWrite} />
      ) : (
        <VirtualTable
          label={t.text('tasks.title')}
          columns={columns}
          rows={rows}
          idOf={(task) => task.id}
          nameOf={(task) => task.title}
          card={(task) => <TaskCard task={task} onOpen={setOpened} />}
          onOpen={setOpened}
          selection={mayWrite && !isDone ? forTable : undefined}
          acts={
            mayWrite
              ? [{ keys: 'd', label: t.text(isDone ? 'tasks.key.reopen' : 'tasks.key.done'), run: act }]
              : []
          }
          total={list.rowCount}
          isLoading={list.isPending}
          onNearEnd={list.onNearEnd}
          placeId={`tasks-${key}`}
        />
      )}
      {size > 0 && (
        <TaskBulkBar
          size={size}
          onClear={forTable.clear}
          onAct={(action, params) => bulk.start(action, forTable.ids, params)}
        />
      )}
      {bulk.job && size === 0 && <TaskJobCard job={bulk.job} onEnd={bulk.ended} onClose={bulk.close} />}
      {opened && mayWrite && <TaskDialog task={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

function NoTasks({ search, change, mayWrite }: Props) {
  const t = useMessages();
  const isNarrow = search.state !== undefined || search.kind !== undefined || search.whose !== undefined;
  return (
    <EmptyState
      sentence={t.text(isNarrow ? 'tasks.noneFits' : 'tasks.none')}
      action={
        isNarrow ? (
          <Button
            variant="default"
            onClick={() =>
              change({
                state: undefined,
                kind: undefined,
                whose: undefined,
                campaign: undefined,
                dueTo: undefined,
              })
            }
          >
            {t.text('placements.filter.clear')}
          </Button>
        ) : (
          mayWrite && <Button onClick={() => change({ add: true })}>{t.text('tasks.add')}</Button>
        )
      }
    />
  );
}
