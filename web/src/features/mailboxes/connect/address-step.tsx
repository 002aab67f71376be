import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, bodyOf } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import type { Guess } from '../mailboxes-api.js';

interface Props {
  readonly readHistory: boolean;
  readonly onHistory: (allowed: boolean) => void;
  readonly onKnown: (address: string, guess: Guess) => void;
}

/** The address, and whether earlier headers may be read; settings are proposed from the address. */
export function AddressStep({ readHistory, onHistory, onKnown }: Props) {
  const t = useMessages();
  const form = useForm({ initialValues: { address: '' } });
  const { isSending, problem, onSubmit } = useFormAct(form, async ({ address }) => {
    const guess = await bodyOf(api.POST('/api/v1/mailboxes/guess', { body: { address } }));
    onKnown(address.trim(), guess);
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="lg">
        <TextInput
          label={t.text('mailboxes.address')}
          description={t.text('mailboxes.addressWhat')}
          type="email"
          autoComplete="email"
          {...form.getInputProps('address')}
        />
        <Radio.Group
          label={t.text('mailboxes.history.question')}
          description={t.text('mailboxes.history.what')}
          value={readHistory ? 'yes' : 'no'}
          onChange={(value) => onHistory(value === 'yes')}
        >
          <Stack gap="sm" mt={8}>
            <Radio size="xs" value="yes" label={t.text('mailboxes.history.yes')} />
            <Radio size="xs" value="no" label={t.text('mailboxes.history.no')} />
          </Stack>
        </Radio.Group>
        <ProblemAlert error={problem} />
        <Group justify="flex-end">
          <Button type="submit" loading={isSending}>
            {t.text('mailboxes.goOn')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
