import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { type PageReading, pageReading } from './by-hand-api.js';
import { whyWords } from './why-words.js';

interface Props {
  readonly id: string;
  readonly onRead: (reading: PageReading) => void;
  readonly onBack: () => void;
  readonly onSkip: () => void;
}

/** Waits for a page to be read; says why where it could not be. */
export function ReadingStep({ id, onRead, onBack, onSkip }: Props) {
  const t = useMessages();
  const { data, error } = useQuery(pageReading(id));
  const result = data?.result ?? null;
  useEffect(() => {
    if (result?.isRead) onRead(result);
  }, [result, onRead]);
  const isOver = data?.state === 'failed' || (result !== null && !result.isRead);
  if (error) return <ProblemAlert error={error} />;
  if (!isOver) {
    const { finished = 0, total = 1 } = data ?? {};
    return (
      <Stack gap="sm" aria-live="polite">
        <Text>
          {total > 1 ? t.text('tasks.byHand.looking', { finished, total }) : t.text('tasks.byHand.reading')}
        </Text>
        <Progress value={(100 * finished) / Math.max(total, 1)} aria-label={t.text('tasks.byHand.reading')} />
      </Stack>
    );
  }
  return (
    <Stack gap="lg">
      <Alert color="differs" role="alert">
        {t.text('tasks.byHand.notRead', { why: whyWords(t, result) })}
      </Alert>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onBack}>
          {t.text('tasks.byHand.back')}
        </Button>
        <Button onClick={onSkip}>{t.text('tasks.byHand.skip')}</Button>
      </Group>
    </Stack>
  );
}
