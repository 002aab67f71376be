import { PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import type { Service } from '../contact-views.js';
import { keyActs, serviceKeys } from './service-keys-api.js';

interface Props {
  readonly service: Service;
  readonly name: string;
  readonly onClose: () => void;
}

/** Asks for the key of a service; what was there is replaced. */
export function KeyDialog({ service, name, onClose }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const form = useForm({ initialValues: { key: '', baseUrl: '' } });
  const act = useFormAct(form, async ({ key, baseUrl }) => {
    const body = { key: key.trim(), ...(baseUrl.trim() ? { baseUrl: baseUrl.trim() } : {}) };
    await keyActs.set(service, body);
    await queries.invalidateQueries({ queryKey: serviceKeys.queryKey });
    onClose();
  });
  return (
    <FormDialog
      title={t.text('discovery.services.keyOf', { name })}
      verb={t.text('app.save')}
      onClose={onClose}
      {...act}
    >
      <PasswordInput
        label={t.text('discovery.services.key')}
        description={t.text('discovery.services.keyWhat')}
        autoComplete="off"
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': t.text('discovery.services.show') }}
        {...form.getInputProps('key')}
      />
      <TextInput
        label={t.text('discovery.services.baseUrl')}
        description={t.text('discovery.services.baseUrlWhat')}
        inputMode="url"
        {...form.getInputProps('baseUrl')}
      />
    </FormDialog>
  );
}
