import { Alert, Badge, Group, Radio, Stack } from '@mantine/core';
import { useMessages } from '../../../i18n/messages-provider.js';
import { exactTime } from '../../../i18n/times.js';
import type { ReadRequest, TextReading } from './by-hand-api.js';

interface Props {
  readonly reading: TextReading;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

/** The requests of a pasted text: which one shall be answered, and what is to be known before. */
export function RequestStep({ reading, chosen, onChoose }: Props) {
  const t = useMessages();
  const request = reading.requests[chosen];
  return (
    <Stack gap="md">
      {reading.problem !== null && (
        <Alert color="differs">
          {t.text(`tasks.byHand.problem.${reading.problem}`, {
            found: reading.requests.length,
            indexed: reading.indexed ?? 0,
          })}
        </Alert>
      )}
      {reading.requests.length > 1 && (
        <Radio.Group
          label={t.text('tasks.byHand.which', { count: reading.requests.length })}
          value={String(chosen)}
          onChange={(next) => onChoose(Number(next))}
        >
          <Stack gap="xs" mt="xs" mah={260} style={{ overflowY: 'auto' }}>
            {reading.requests.map((one, index) => (
              <Radio
                // A digest keeps its order, and two of its requests may say the same.
                key={`${one.no ?? index}-${one.title}`}
                value={String(index)}
                label={one.title || t.text('tasks.byHand.untitled')}
                description={deadlineWords(one)}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {request && <Remarks request={request} />}
    </Stack>
  );
}

function deadlineWords({ deadlineWords: words, category }: ReadRequest): string {
  return [category, words].filter((one) => one !== null).join(' · ');
}

function Remarks({ request }: { readonly request: ReadRequest }) {
  const t = useMessages();
  const { isOverdue, deadlineAt, flags, otherAddresses, hasCanary } = request;
  return (
    <Stack gap="xs">
      {isOverdue === true && <Alert color="removed">{t.text('tasks.byHand.overdue')}</Alert>}
      {hasCanary && <Alert color="differs">{t.text('tasks.byHand.canary')}</Alert>}
      {deadlineAt !== null && isOverdue === false && (
        <div>{t.text('tasks.byHand.until', { time: exactTime(new Date(deadlineAt), t) })}</div>
      )}
      {otherAddresses.length > 0 && (
        <div>{t.text('tasks.byHand.otherAddresses', { addresses: otherAddresses.join(', ') })}</div>
      )}
      {flags.length > 0 && (
        <Group gap={6}>
          {flags.map((flag) => (
            <Badge key={flag} variant="default" tt="none">
              {t.text(`tasks.byHand.flag.${flag}`)}
            </Badge>
          ))}
        </Group>
      )}
    </Stack>
  );
}
