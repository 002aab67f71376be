import { ActionIcon, Anchor, Button, Checkbox, Group, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../app/session/session.js';
import { useMessages } from '../i18n/messages-provider.js';
import { DueTag } from './due-tag.js';
import { ListRow, Rows } from './list-row.js';
import { Panel } from './page.js';
import { ProblemAlert } from './problem-alert.js';
import { refreshTasks, type Task, taskActs, taskList } from './task-api.js';
import { TaskDialog, type TaskPlace } from './task-dialog.js';
import { toastProblem } from './undo-toast.js';
import { useTaskDone } from './use-task-done.js';

/** The open tasks of a record: what is due first. One is added, finished or removed where it stands. */
export function TaskPanel({ place }: { readonly place: TaskPlace }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const [edited, setEdited] = useState<Task | 'new' | null>(null);
  const list = useInfiniteQuery(taskList({ ...place }));
  const tasks = list.data?.pages.flatMap((page) => page.items) ?? [];
  const add = (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
      onClick={() => setEdited('new')}
    >
      {t.text('tasks.add')}
    </Button>
  );
  return (
    <Panel title={t.text('tasks.title')} aside={mayWrite && add} flush={tasks.length > 0}>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {tasks.length > 0 && (
        <Rows label={t.text('tasks.title')}>
          {tasks.map((task) => (
            <TaskRow key={task.id} task={task} mayWrite={mayWrite} onEdit={() => setEdited(task)} />
          ))}
        </Rows>
      )}
      {list.data && tasks.length === 0 && <Text c="dimmed">{t.text('tasks.noneHere')}</Text>}
      {list.hasNextPage && (
        <Button variant="subtle" onClick={() => void list.fetchNextPage()}>
          {t.text('app.more')}
        </Button>
      )}
      {edited !== null && (
        <TaskDialog {...(edited === 'new' ? { place } : { task: edited })} onClose={() => setEdited(null)} />
      )}
    </Panel>
  );
}

interface RowProps {
  readonly task: Task;
  readonly mayWrite: boolean;
  readonly onEdit: () => void;
}

function TaskRow({ task, mayWrite, onEdit }: RowProps) {
  const t = useMessages();
  const queries = useQueryClient();
  const finish = useTaskDone();
  const remove = () => {
    taskActs
      .remove(task.id)
      .then(() => refreshTasks(queries))
      .catch((error: unknown) => toastProblem(t, error));
  };
  return (
    <ListRow
      lead={
        <Checkbox
          checked={false}
          disabled={!mayWrite}
          aria-label={t.text('tasks.finish', { title: task.title })}
          onChange={() => void finish(task)}
        />
      }
      title={
        mayWrite ? (
          <Anchor component="button" type="button" onClick={onEdit} ta="left">
            {task.title}
          </Anchor>
        ) : (
          task.title
        )
      }
      note={
        <Group gap={8}>
          {task.dueOn !== null && <DueTag due={task.due} dueOn={task.dueOn} />}
          <span>{task.assigneeName ?? t.text('tasks.nobody')}</span>
        </Group>
      }
    >
      {mayWrite && (
        <ActionIcon
          variant="subtle"
          aria-label={t.text('tasks.remove', { title: task.title })}
          onClick={remove}
        >
          <IconTrash size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      )}
    </ListRow>
  );
}
