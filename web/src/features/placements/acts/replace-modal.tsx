import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import type { PlacementDetail } from '../../../api/placement-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { addressOf } from '../form/guess-brand.js';
import { ActModal } from './act-modal.js';
import { useActs } from './placement-acts.js';

interface Props {
  readonly placement: PlacementDetail;
  readonly onClose: () => void;
}

/** Another page takes the place of this one; terms are taken over, and the new one opens. */
export function ReplaceModal({ placement, onClose }: Props) {
  const t = useMessages();
  const navigate = useNavigate();
  const acts = useActs(placement.id);
  const form = useForm({
    initialValues: { sourceUrl: '', targetUrl: placement.targetUrl, notes: '' },
    validate: {
      sourceUrl: (url) => (addressOf(url) ? null : t.text('placements.form.addressWrong')),
      targetUrl: (url) => (addressOf(url) ? null : t.text('placements.form.addressWrong')),
    },
  });
  const act = useFormAct(form, async (values) => {
    const fresh = await acts.replace({
      sourceUrl: addressOf(values.sourceUrl)?.href ?? values.sourceUrl,
      targetUrl: addressOf(values.targetUrl)?.href ?? values.targetUrl,
      ...(values.notes.trim() ? { notes: values.notes.trim() } : {}),
    });
    onClose();
    await navigate({ to: '/placements/$id', params: { id: fresh.id } });
  });
  return (
    <ActModal
      title={t.text('placements.replace.title')}
      verb={t.text('placements.act.replace')}
      onClose={onClose}
      act={act}
    >
      <div>{t.text('placements.replace.says')}</div>
      <TextInput
        label={t.text('placements.replace.source')}
        withAsterisk
        inputMode="url"
        data-autofocus
        {...form.getInputProps('sourceUrl')}
      />
      <TextInput
        label={t.text('placements.column.target')}
        inputMode="url"
        {...form.getInputProps('targetUrl')}
      />
      <Textarea
        label={t.text('placements.field.notes')}
        autosize
        minRows={2}
        {...form.getInputProps('notes')}
      />
    </ActModal>
  );
}
