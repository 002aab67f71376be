import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ProspectDetail } from '../../../api/prospect-views.js';
import { SUPPRESSION_REASONS, type SuppressionReason } from '../../../api/prospect-words.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { useProspectActs } from './prospect-acts.js';

interface Values extends Record<string, unknown> {
  readonly reason: SuppressionReason;
  readonly note: string;
}

/** Says that nobody of the team contacts this site, and why. It can be lifted again. */
export function SuppressDialog({
  prospect,
  onClose,
}: {
  readonly prospect: ProspectDetail;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const acts = useProspectActs(prospect);
  const form = useForm<Values>({ initialValues: { reason: 'asked', note: '' } });
  const act = useFormAct(form, async ({ reason, note }) => {
    await acts.suppress({ reason, ...(note.trim() ? { note: note.trim() } : {}) });
    onClose();
  });
  return (
    <FormDialog
      title={t.text('prospects.doNotContact')}
      verb={t.text('prospects.act.suppress')}
      onClose={onClose}
      onSubmit={act.onSubmit}
      isSending={act.isSending}
      problem={act.problem}
    >
      <div>{t.text('prospects.suppress.says', { host: prospect.displayHost })}</div>
      <Select
        label={t.text('prospects.reason')}
        data={SUPPRESSION_REASONS.map((value) => ({
          value,
          label: t.text(`prospects.suppression.${value}`),
        }))}
        allowDeselect={false}
        data-autofocus
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
