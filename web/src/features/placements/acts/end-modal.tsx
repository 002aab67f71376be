import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { PlacementDetail } from '../../../api/placement-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { ActModal } from './act-modal.js';
import { useActs } from './placement-acts.js';

interface Props {
  /** `end`: it ran its course. `release`: the partner asked out, which needs a reason. */
  readonly kind: 'end' | 'release';
  readonly placement: PlacementDetail;
  readonly onClose: () => void;
}

/** Closes a placement: it is no longer checked. It can be opened again. */
export function EndModal({ kind, placement, onClose }: Props) {
  const t = useMessages();
  const acts = useActs(placement.id);
  const isRelease = kind === 'release';
  const form = useForm({
    initialValues: { reason: '' },
    validate: {
      reason: (reason) =>
        isRelease && reason.trim() === '' ? t.text('placements.release.reasonMissing') : null,
    },
  });
  const act = useFormAct(form, async ({ reason }) => {
    await acts[kind](reason.trim());
    onClose();
  });
  return (
    <ActModal
      title={t.text(`placements.${kind}.title`)}
      verb={t.text(`placements.act.${kind}`)}
      onClose={onClose}
      act={act}
    >
      <div>{t.text(`placements.${kind}.says`)}</div>
      <Textarea
        label={t.text('placements.field.reason')}
        withAsterisk={isRelease}
        autosize
        minRows={2}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </ActModal>
  );
}
