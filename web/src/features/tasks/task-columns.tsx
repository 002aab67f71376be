import { UnstyledButton } from '@mantine/core';
import type { Messages } from '../../i18n/messages.js';
import { DueTag } from '../../ui/due-tag.js';
import { PersonMark } from '../../ui/person-mark.js';
import list from '../../ui/record-list.module.css';
import { RelativeTime } from '../../ui/relative-time.js';
import type { Task } from '../../ui/task-api.js';
import type { Column } from '../../ui/virtual-table.js';
import { TaskSubject } from './task-subject.js';

/** The columns of the list of tasks; those that are done say when. */
export function taskColumns(t: Messages, isDone: boolean, onOpen: (task: Task) => void): Column<Task>[] {
  return [
    {
      key: 'title',
      head: t.text('tasks.field.title'),
      width: 'minmax(200px, 2fr)',
      isRowHead: true,
      cell: (task) => (
        <UnstyledButton className={list['rowLink'] ?? ''} onClick={() => onOpen(task)}>
          {task.title}
        </UnstyledButton>
      ),
    },
    {
      key: 'when',
      head: t.text(isDone ? 'tasks.column.done' : 'tasks.field.due'),
      width: '168px',
      cell: (task) =>
        isDone ? <RelativeTime at={task.doneAt} /> : <DueTag due={task.due} dueOn={task.dueOn} />,
    },
    {
      key: 'kind',
      head: t.text('tasks.field.kind'),
      width: '124px',
      cell: (task) => t.text(`tasks.kind.${task.kind}`),
    },
    {
      key: 'about',
      head: t.text('tasks.column.about'),
      width: 'minmax(140px, 1fr)',
      cell: (task) => <TaskSubject task={task} />,
    },
    {
      key: 'campaign',
      head: t.text('tasks.column.campaign'),
      width: 'minmax(120px, 1fr)',
      cell: (task) => task.campaignName ?? task.clientName ?? '—',
    },
    {
      key: 'who',
      head: t.text('tasks.field.assignee'),
      width: '72px',
      cell: (task) => <PersonMark name={isDone ? task.doneByName : task.assigneeName} />,
    },
  ];
}
