import { Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { KeyHeader } from '../api/client.js';
import type { SavedView } from '../api/prospect-views.js';
import { useMessages } from '../i18n/messages-provider.js';
import { useFormAct } from './form-act.js';
import { FormDialog } from './form-dialog.js';

interface Props {
  /** The view that is changed; null for a new one. */
  readonly view: SavedView | null;
  readonly onSave: (values: { name: string; isShared: boolean }, headers: KeyHeader) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks for the name of a view, and whether the team sees it. */
export function SavedViewDialog({ view, onSave, onClose }: Props) {
  const t = useMessages();
  const form = useForm({
    initialValues: { name: view?.name ?? '', isShared: view?.isShared ?? false },
    validate: { name: (name) => (name.trim() === '' ? t.text('prospects.views.nameMissing') : null) },
  });
  const act = useFormAct(form, async ({ name, isShared }, headers) => {
    await onSave({ name: name.trim(), isShared }, headers);
    onClose();
  });
  return (
    <FormDialog
      title={t.text(view ? 'prospects.views.change' : 'prospects.views.keep')}
      verb={t.text('app.save')}
      onClose={onClose}
      onSubmit={act.onSubmit}
      isSending={act.isSending}
      problem={act.problem}
    >
      <TextInput
        label={t.text('prospects.views.name')}
        description={view ? undefined : t.text('prospects.views.keepWhat')}
        maxLength={80}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Switch
        label={t.text('prospects.views.share')}
        {...form.getInputProps('isShared', { type: 'checkbox' })}
      />
    </FormDialog>
  );
}
