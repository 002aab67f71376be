import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { query } from '../api/client.js';
import { holdsWork } from '../app/session/holds-work.js';
import { useSession } from '../app/session/session.js';
import { useMessages } from '../i18n/messages-provider.js';
import { useFormAct } from './form-act.js';
import { FormDialog } from './form-dialog.js';
import { type NewTask, refreshTasks, type Task, taskActs } from './task-api.js';
import { TASK_KINDS } from './task-words.js';

/** What a new task belongs to. */
export type TaskPlace = Pick<
  NewTask,
  'clientId' | 'campaignId' | 'pitchId' | 'placementId' | 'orderId' | 'siteId'
>;

interface Props {
  /** The task to change; absent for a new one. */
  readonly task?: Task;
  readonly place?: TaskPlace;
  readonly onClose: () => void;
}

const NOBODY = 'nobody';

/** The people who can be given a task, and nobody. */
export function useAssignees() {
  const t = useMessages();
  const { data } = query.useQuery('get', '/api/v1/members', { params: { query: { state: 'active' } } });
  const members = (data?.items ?? []).filter((member) => holdsWork(member.role));
  return [
    ...members.map(({ id, name }) => ({ value: id, label: name })),
    { value: NOBODY, label: t.text('tasks.nobody') },
  ];
}

/** The member a choice stands for. */
export function assigneeOf(choice: string | null): string | null {
  return choice === NOBODY ? null : choice;
}

/** Adds a task or changes one. */
export function TaskDialog({ task, place = {}, onClose }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const { member } = useSession();
  const assignees = useAssignees();
  const form = useForm({
    initialValues: {
      title: task?.title ?? '',
      kind: task?.kind ?? 'other',
      dueOn: task?.dueOn ?? '',
      assigneeMemberId: (task === undefined ? member.id : task.assigneeMemberId) ?? NOBODY,
      note: task?.note ?? '',
    },
    validate: { title: (title) => (title.trim() === '' ? t.text('tasks.titleNeeded') : null) },
  });
  const act = useFormAct(form, async (values, headers) => {
    const wish = {
      ...values,
      title: values.title.trim(),
      dueOn: values.dueOn === '' ? null : values.dueOn,
      assigneeMemberId: assigneeOf(values.assigneeMemberId),
    };
    if (task === undefined) await taskActs.add({ ...wish, ...place }, headers);
    else await taskActs.change(task.id, { ...wish, revision: task.revision });
    await refreshTasks(queries);
    onClose();
  });
  return (
    <FormDialog
      title={t.text(task === undefined ? 'tasks.add' : 'tasks.change')}
      verb={t.text(task === undefined ? 'tasks.add' : 'app.save')}
      onClose={onClose}
      {...act}
    >
      <TextInput
        label={t.text('tasks.field.title')}
        maxLength={300}
        data-autofocus
        required
        {...form.getInputProps('title')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t.text('tasks.field.kind')}
          data={TASK_KINDS.map((value) => ({ value, label: t.text(`tasks.kind.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('kind')}
        />
        <TextInput type="date" label={t.text('tasks.field.due')} {...form.getInputProps('dueOn')} />
      </SimpleGrid>
      <Select
        label={t.text('tasks.field.assignee')}
        data={assignees}
        allowDeselect={false}
        searchable
        {...form.getInputProps('assigneeMemberId')}
      />
      <Textarea
        label={t.text('tasks.field.note')}
        autosize
        minRows={2}
        maxLength={10_000}
        {...form.getInputProps('note')}
      />
    </FormDialog>
  );
}
