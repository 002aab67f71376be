import { FileInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { PlacementDetail } from '../../../api/placement-views.js';
import { TERM_NAMES } from '../../../api/placement-words.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { ActModal } from './act-modal.js';
import { useActs } from './placement-acts.js';

interface Props {
  readonly placement: PlacementDetail;
  readonly onClose: () => void;
}

interface Values extends Record<string, unknown> {
  readonly file: File | null;
  readonly reference: string;
  readonly agreedOn: string;
}

/** A document in which the terms were agreed, kept with the placement. */
export function DocumentModal({ placement, onClose }: Props) {
  const t = useMessages();
  const acts = useActs(placement.id);
  const form = useForm<Values>({
    initialValues: { file: null, reference: '', agreedOn: '' },
    validate: { file: (file) => (file ? null : t.text('placements.document.missing')) },
  });
  const act = useFormAct(form, async ({ file, reference, agreedOn }) => {
    const sent = new FormData();
    if (file) sent.set('file', file);
    if (reference.trim()) sent.set('reference', reference.trim());
    if (agreedOn) sent.set('agreedOn', agreedOn);
    const agreed = TERM_NAMES.filter((name) => placement.terms[name].standing === 'agreed');
    if (agreed.length > 0) sent.set('terms', agreed.join(','));
    await acts.addDocument(sent);
    onClose();
  });
  return (
    <ActModal
      title={t.text('placements.document.title')}
      verb={t.text('placements.document.save')}
      onClose={onClose}
      act={act}
    >
      <div>{t.text('placements.document.says')}</div>
      <FileInput
        label={t.text('placements.document.file')}
        placeholder={t.text('placements.document.choose')}
        withAsterisk
        clearable
        data-autofocus
        {...form.getInputProps('file')}
      />
      <TextInput label={t.text('placements.document.reference')} {...form.getInputProps('reference')} />
      <TextInput type="date" label={t.text('placements.source.day')} {...form.getInputProps('agreedOn')} />
    </ActModal>
  );
}
