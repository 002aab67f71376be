import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';

interface Props {
  /** A request is pasted whole; anything else is a page. */
  readonly isText: boolean;
  readonly onRead: (typed: string) => Promise<void>;
  readonly onSkip: () => void;
}

/** Asks for the page, or for the request as it came. */
export function SourceStep({ isText, onRead, onSkip }: Props) {
  const t = useMessages();
  const [typed, setTyped] = useState('');
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const send = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (typed.trim() === '' || isSending) return;
    setSending(true);
    setProblem(null);
    try {
      await onRead(typed.trim());
    } catch (error) {
      setProblem(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <Stack gap="lg">
        {isText ? (
          <Textarea
            label={t.text('tasks.byHand.text')}
            description={t.text('tasks.byHand.textWhat')}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            autosize
            minRows={8}
            maxRows={18}
            maxLength={200_000}
            data-autofocus
          />
        ) : (
          <TextInput
            label={t.text('tasks.byHand.url')}
            description={t.text('tasks.byHand.urlWhat')}
            placeholder="https://tuinblog.example/"
            inputMode="url"
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            data-autofocus
          />
        )}
        <ProblemAlert error={problem} />
        <Group justify="space-between" gap="sm">
          <Button variant="subtle" onClick={onSkip}>
            {t.text('tasks.byHand.skip')}
          </Button>
          <Button type="submit" loading={isSending} disabled={typed.trim() === ''}>
            {t.text('tasks.byHand.read')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
