import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import type { CampaignKind } from '../campaign-views.js';
import { useWorkers } from '../use-workers.js';
import type { BulkDialog } from './bulk-dialog.js';
import { type BulkDraft, paramsOf } from './bulk-draft.js';

interface Props {
  readonly action: BulkDialog;
  readonly kind: CampaignKind | undefined;
  readonly count: string;
  readonly onAct: (action: BulkDialog, params: object) => Promise<void>;
  readonly onClose: () => void;
}

const EMPTY: BulkDraft = { assignee: null, to: null, until: '', reason: null, note: '', step: '', on: '' };

/** Asks what an act on many pitches needs to know. */
export function PitchBulkModal({ action, kind, count, onAct, onClose }: Props) {
  const t = useMessages();
  const workers = useWorkers();
  const needed = (value: string | null) => (value ? null : t.text('campaigns.bulk.choose'));
  const form = useForm<BulkDraft>({
    initialValues: EMPTY,
    validate: {
      assignee: (value) => (action === 'assign' ? needed(value) : null),
      to: (value) => (action === 'move' ? needed(value) : null),
      reason: (value) => (action === 'lose' ? needed(value) : null),
      step: (value, { on }) =>
        action === 'next_step' && !value.trim() && !on ? t.text('campaigns.bulk.stepNeeded') : null,
    },
  });
  const act = useFormAct(form, async (draft) => {
    await onAct(action, paramsOf(action, draft));
    onClose();
  });
  const fields: Readonly<Record<BulkDialog, ReactNode>> = {
    assign: (
      <Select
        label={t.text('campaigns.who.label')}
        data={[
          ...workers.map(({ id, name }) => ({ value: id, label: name })),
          { value: 'none', label: t.text('campaigns.who.nobody') },
        ]}
        searchable={workers.length > 8}
        data-autofocus
        {...form.getInputProps('assignee')}
      />
    ),
    move: (
      <Select
        label={t.text('campaigns.stage')}
        data={(kind?.stages ?? [])
          .filter(({ isSeen }) => !isSeen)
          .map(({ key, name }) => ({ value: key, label: name }))}
        data-autofocus
        {...form.getInputProps('to')}
      />
    ),
    pause: (
      <TextInput
        type="date"
        label={t.text('campaigns.bulk.until')}
        description={t.text('campaigns.bulk.untilWhat')}
        data-autofocus
        {...form.getInputProps('until')}
      />
    ),
    lose: (
      <>
        <Select
          label={t.text('campaigns.bulk.reason')}
          data={(kind?.losses ?? []).map(({ key, name }) => ({ value: key, label: name }))}
          data-autofocus
          {...form.getInputProps('reason')}
        />
        <Textarea
          label={t.text('campaigns.bulk.note')}
          autosize
          minRows={2}
          {...form.getInputProps('note')}
        />
      </>
    ),
    next_step: (
      <>
        <TextInput
          label={t.text('campaigns.column.next')}
          maxLength={300}
          data-autofocus
          {...form.getInputProps('step')}
        />
        <TextInput type="date" label={t.text('campaigns.bulk.on')} {...form.getInputProps('on')} />
      </>
    ),
  };
  return (
    <FormDialog
      title={t.text(`campaigns.bulk.act.${action}`)}
      verb={t.text(`campaigns.bulk.verb.${action}`, { count })}
      onClose={onClose}
      {...act}
    >
      <div>{t.text(`campaigns.bulk.says.${action}`, { count })}</div>
      {fields[action]}
    </FormDialog>
  );
}
