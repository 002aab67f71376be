import { UnstyledButton } from '@mantine/core';
import { useMessages } from '../../i18n/messages-provider.js';
import { DueTag } from '../../ui/due-tag.js';
import list from '../../ui/record-list.module.css';
import type { Task } from '../../ui/task-api.js';
import { TaskSubject } from './task-subject.js';

/** A task on a small screen. */
export function TaskCard({ task, onOpen }: { readonly task: Task; readonly onOpen: (task: Task) => void }) {
  const t = useMessages();
  return (
    <>
      <UnstyledButton className={list['cardLink'] ?? ''} onClick={() => onOpen(task)}>
        {task.title}
      </UnstyledButton>
      <div className={list['cardNote']}>
        <TaskSubject task={task} />
      </div>
      <div className={list['cardChips']}>
        <DueTag due={task.due} dueOn={task.dueOn} />
        <span>{task.assigneeName ?? t.text('tasks.nobody')}</span>
      </div>
    </>
  );
}
