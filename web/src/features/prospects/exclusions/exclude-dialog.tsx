import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AddedExclusions } from '../../../api/prospect-views.js';
import { EXCLUSION_REASONS, type ExclusionReason } from '../../../api/prospect-words.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { toast } from '../../../ui/undo-toast.js';
import { refreshLists } from '../prospect-cache.js';
import { exclusionList, settingsActs } from '../settings/settings-api.js';

interface Props {
  readonly clientId: string;
  readonly client: string;
  readonly onClose: () => void;
}

interface Values extends Record<string, unknown> {
  readonly lines: string;
  readonly reason: ExclusionReason;
  readonly note: string;
}

/** Sites a client wants no link from, one a line; lines that are no address are named and stay to be mended. */
export function ExcludeDialog({ clientId, client, onClose }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const [bad, setBad] = useState<AddedExclusions['errors']>([]);
  const form = useForm<Values>({
    initialValues: { lines: '', reason: 'competitor', note: '' },
    validate: {
      lines: (lines) => (lines.trim() === '' ? t.text('prospects.exclude.linesMissing') : null),
    },
  });
  const act = useFormAct(form, async ({ lines, reason, note }, headers) => {
    const addresses = lines
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const body = { addresses, reason, ...(note.trim() ? { note: note.trim() } : {}) };
    const { added, known, errors } = await settingsActs.exclude(clientId, body, headers);
    await Promise.all([
      queries.invalidateQueries({ queryKey: exclusionList(clientId).queryKey }),
      refreshLists(queries),
    ]);
    toast(t.text('prospects.exclude.added', { added, known }));
    setBad(errors);
    if (errors.length === 0) onClose();
    else form.setFieldValue('lines', errors.map(({ text }) => text).join('\n'));
  });
  return (
    <FormDialog
      title={t.text('prospects.exclude.add')}
      verb={t.text('prospects.exclude.verb')}
      onClose={onClose}
      onSubmit={act.onSubmit}
      isSending={act.isSending}
      problem={act.problem}
      size="lg"
    >
      <Textarea
        label={t.text('prospects.exclude.lines')}
        description={t.text('prospects.exclude.linesWhat', { client })}
        autosize
        minRows={4}
        maxRows={14}
        data-autofocus
        {...form.getInputProps('lines')}
        error={bad.length > 0 ? t.text('prospects.exclude.bad', { count: bad.length }) : form.errors['lines']}
      />
      <Select
        label={t.text('prospects.reason')}
        data={EXCLUSION_REASONS.map((value) => ({ value, label: t.text(`prospects.exclusion.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('reason')}
      />
      <Textarea
        label={t.text('prospects.note')}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('note')}
      />
    </FormDialog>
  );
}
