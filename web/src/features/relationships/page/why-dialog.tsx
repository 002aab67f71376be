import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { REASONS, type Reason, type RelationshipDetail } from '../relationship-views.js';
import { refreshRelationships, relationshipActs } from '../relationships-api.js';

interface Props {
  readonly relationship: RelationshipDetail;
  readonly onClose: () => void;
}

/** Says why the two sites link: one of the situations in which that is fine, and words of one's own. */
export function WhyDialog({ relationship, onClose }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const form = useForm<{ reason: Reason | null; reasonNote: string }>({
    initialValues: {
      reason: relationship.reason,
      reasonNote: relationship.reasonNote,
    },
    validate: {
      reasonNote: (words, { reason }) =>
        reason === 'other' && words.trim() === '' ? t.text('relationships.why.needsWords') : null,
    },
  });
  const act = useFormAct(form, async ({ reason, reasonNote }) => {
    const body = { revision: relationship.revision, reason, reasonNote: reasonNote.trim() };
    await relationshipActs.change(relationship.id, body);
    await refreshRelationships(queries);
    onClose();
  });
  return (
    <FormDialog
      title={t.text('relationships.why.title')}
      verb={t.text('app.save')}
      onClose={onClose}
      {...act}
    >
      <Select
        label={t.text('relationships.why.reason')}
        description={t.text('relationships.why.reasonWhat')}
        data={REASONS.map((value) => ({ value, label: t.text(`relationships.reason.${value}`) }))}
        clearable
        data-autofocus
        {...form.getInputProps('reason')}
      />
      <Textarea
        label={t.text('relationships.why.words')}
        description={t.text('relationships.why.wordsWhat')}
        autosize
        minRows={2}
        maxLength={4_000}
        {...form.getInputProps('reasonNote')}
      />
    </FormDialog>
  );
}
