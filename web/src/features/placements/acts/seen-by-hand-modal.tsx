import { FileInput, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { PlacementDetail } from '../../../api/placement-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { dayAfter } from '../form/day-after.js';
import { AddressLink } from '../page/address-link.js';
import { ActModal } from './act-modal.js';
import { useActs } from './placement-acts.js';

const COUNTS_FOR_DAYS = 30;

interface Props {
  readonly placement: PlacementDetail;
  readonly onClose: () => void;
}

interface Values extends Record<string, unknown> {
  readonly countsUntil: string;
  readonly note: string;
  readonly picture: File | null;
}

/** A person looked and saw the link: until when that counts, and a picture as proof. */
export function SeenByHandModal({ placement, onClose }: Props) {
  const t = useMessages();
  const acts = useActs(placement.id);
  const today = dayAfter(new Date(), 0);
  const form = useForm<Values>({
    initialValues: { countsUntil: dayAfter(new Date(), COUNTS_FOR_DAYS), note: '', picture: null },
    validate: { countsUntil: (day) => (day > today ? null : t.text('placements.byHand.dayPast')) },
  });
  const act = useFormAct(form, async ({ countsUntil, note, picture }) => {
    const sent = new FormData();
    sent.set('countsUntil', countsUntil);
    if (note.trim()) sent.set('note', note.trim());
    if (picture) sent.set('picture', picture);
    await acts.seenByHand(sent);
    onClose();
  });
  return (
    <ActModal
      title={t.text('placements.byHand.title')}
      verb={t.text('placements.byHand.save')}
      onClose={onClose}
      act={act}
    >
      <div>
        {t.text('placements.byHand.says')}{' '}
        <AddressLink url={placement.sourceUrl} host={placement.sourceHost} />
      </div>
      <TextInput
        type="date"
        label={t.text('placements.byHand.until')}
        min={dayAfter(new Date(), 1)}
        withAsterisk
        {...form.getInputProps('countsUntil')}
      />
      <Textarea
        label={t.text('placements.byHand.note')}
        autosize
        minRows={2}
        {...form.getInputProps('note')}
      />
      <FileInput
        label={t.text('placements.byHand.picture')}
        placeholder={t.text('placements.byHand.choose')}
        accept="image/png,image/jpeg,image/webp"
        clearable
        {...form.getInputProps('picture')}
      />
    </ActModal>
  );
}
