import { ActionIcon, Checkbox, Group, NumberInput, Select, Switch, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useMessages } from '../../../i18n/messages-provider.js';
import classes from '../sequences.module.css';
import type { SequenceFinding } from '../sequences-api.js';
import type { StepDraft } from './step-draft.js';

const TASK_KINDS = ['form', 'call', 'social', 'mail', 'other'] as const;
const CONDITIONS = ['always', 'has_address', 'no_address'] as const;

interface Props {
  readonly step: StepDraft;
  readonly no: number;
  readonly count: number;
  readonly day: number;
  readonly templates: readonly { readonly id: string; readonly name: string }[];
  readonly findings: readonly SequenceFinding[];
  readonly isFirstMail: boolean;
  readonly mayWrite: boolean;
  readonly onChange: (change: Partial<StepDraft>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One step on the line of days: what it is, when it comes, and what is to be said about it. */
export function StepCard(props: Props) {
  const { step, no, day, findings, mayWrite, onChange } = props;
  const t = useMessages();
  return (
    <li className={classes['day']}>
      <div className={classes['dayHead']}>
        <span className={classes['dayName']}>
          {t.text('sequences.day', { day })} · {t.text(`sequences.step.${step.kind}`)}
        </span>
        {mayWrite && <StepButtons {...props} />}
      </div>
      <fieldset
        className={classes['card']}
        disabled={!mayWrite}
        aria-label={`${t.text('sequences.steps')} ${no}`}
      >
        <div className={classes['fields']}>
          <NumberInput
            label={t.text(no === 1 ? 'sequences.waitFirst' : 'sequences.wait')}
            min={0}
            max={365}
            value={step.waitWorkingDays}
            onChange={(days) => onChange({ waitWorkingDays: Number(days) || 0 })}
          />
          {step.kind === 'mail' ? <MailFields {...props} /> : <TaskFields {...props} />}
          <Select
            label={t.text('sequences.condition')}
            allowDeselect={false}
            data={CONDITIONS.map((value) => ({ value, label: t.text(`sequences.condition.${value}`) }))}
            value={step.condition}
            onChange={(condition) => onChange({ condition: condition as StepDraft['condition'] })}
          />
        </div>
        {findings.map(({ code, isProblem }) => (
          <Text key={code} className={classes['finding']} {...(isProblem ? { c: 'red' } : {})}>
            {t.text(`sequences.finding.${code}`)}
          </Text>
        ))}
      </fieldset>
    </li>
  );
}

function MailFields({ step, templates, isFirstMail, onChange }: Props) {
  const t = useMessages();
  return (
    <>
      <Select
        label={t.text('sequences.template')}
        placeholder={t.text('sequences.templateNeeded')}
        searchable
        data={templates.map(({ id, name }) => ({ value: id, label: name }))}
        value={step.templateId}
        onChange={(templateId) => onChange({ templateId })}
      />
      {!isFirstMail && (
        <Switch
          label={t.text('sequences.inThread')}
          checked={step.inThread}
          onChange={(event) => onChange({ inThread: event.currentTarget.checked })}
        />
      )}
    </>
  );
}

function TaskFields({ step, onChange }: Props) {
  const t = useMessages();
  return (
    <>
      <Select
        label={t.text('sequences.taskKind')}
        allowDeselect={false}
        data={TASK_KINDS.map((value) => ({ value, label: t.text(`sequences.taskKind.${value}`) }))}
        value={step.taskKind}
        onChange={(kind) => onChange({ taskKind: kind as StepDraft['taskKind'] })}
      />
      <TextInput
        label={t.text('sequences.taskTitle')}
        maxLength={300}
        value={step.taskTitle}
        onChange={(event) => onChange({ taskTitle: event.currentTarget.value })}
      />
      <Checkbox
        label={t.text('sequences.taskHolds')}
        checked={step.taskHolds}
        onChange={(event) => onChange({ taskHolds: event.currentTarget.checked })}
      />
    </>
  );
}

function StepButtons({ no, count, onMove, onRemove }: Props) {
  const t = useMessages();
  return (
    <Group gap={4}>
      {no > 1 && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t.text('sequences.moveUp', { no })}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      )}
      {no < count && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t.text('sequences.moveDown', { no })}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t.text('sequences.removeStep', { no })}
        onClick={onRemove}
      >
        <IconTrash size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
