import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMessages } from '../../i18n/messages-provider.js';
import { useFormAct } from '../../ui/form-act.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { toast } from '../../ui/undo-toast.js';
import { courtesyActs, type Suppression } from './courtesy-api.js';
import { useRefresh } from './use-refresh.js';

interface Props {
  readonly item: Suppression;
  readonly name: string;
  readonly onClose: () => void;
}

/** Asks why an entry no longer holds; where the person asked for it themselves it says so. */
export function LiftDialog({ item, name, onClose }: Props) {
  const t = useMessages();
  const refresh = useRefresh();
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (text) => (text.trim() === '' ? t.text('courtesy.lift.reasonMissing') : null) },
  });
  const act = useFormAct(form, async ({ reason }) => {
    await courtesyActs.lift(item.id, reason.trim());
    await refresh();
    toast(t.text('courtesy.lift.done', { name }));
    onClose();
  });
  return (
    <FormDialog
      title={t.text('courtesy.lift.title', { name })}
      verb={t.text('courtesy.lift.verb')}
      onClose={onClose}
      onSubmit={act.onSubmit}
      isSending={act.isSending}
      problem={act.problem}
    >
      <div>{t.text(item.liftNeedsManager ? 'courtesy.lift.ownWish' : 'courtesy.lift.says')}</div>
      <Textarea
        label={t.text('courtesy.lift.reason')}
        withAsterisk
        autosize
        minRows={2}
        maxLength={2000}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
