import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { KeyHeader } from '../api/client.js';
import { useMessages } from '../i18n/messages-provider.js';
import { useFormAct } from './form-act.js';
import { ProblemAlert } from './problem-alert.js';

interface Props {
  readonly label: string;
  readonly onSend: (body: string, key: KeyHeader) => Promise<unknown>;
}

/** One field and a button: a word about something. */
export function CommentForm({ label, onSend }: Props) {
  const t = useMessages();
  const form = useForm({
    initialValues: { body: '' },
    validate: { body: (body) => (body.trim() === '' ? t.text('approvals.commentEmpty') : null) },
  });
  const { isSending, problem, onSubmit } = useFormAct(form, async ({ body }, key) => {
    await onSend(body.trim(), key);
    form.reset();
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="sm">
        <Textarea label={label} autosize minRows={2} maxLength={5000} {...form.getInputProps('body')} />
        <ProblemAlert error={problem} />
        <Group justify="flex-end">
          <Button type="submit" variant="default" loading={isSending}>
            {t.text('approvals.comment')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
