import { Button, Group, Text } from '@mantine/core';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import type { EnrolCheck } from '../sequences-api.js';

interface Props {
  readonly page: EnrolCheck | undefined;
  readonly size: number;
  /** Where each page after the first began. */
  readonly cursors: readonly string[];
  readonly setCursors: (cursors: readonly string[]) => void;
}

/** Which pitches stand on the page, and the way to those before and after. */
export function PagesBar({ page, size, cursors, setCursors }: Props) {
  const t = useMessages();
  if (page === undefined || page.total <= size) return null;
  const from = cursors.length * size + 1;
  const until = Math.min(from + page.items.length - 1, page.total);
  const next = page.nextCursor;
  return (
    <Group gap="sm">
      <Button
        variant="default"
        disabled={cursors.length === 0}
        onClick={() => setCursors(cursors.slice(0, -1))}
      >
        {t.text('sequences.check.before')}
      </Button>
      <Button
        variant="default"
        disabled={next === null}
        onClick={() => next !== null && setCursors([...cursors, next])}
      >
        {t.text('sequences.check.next')}
      </Button>
      <Text c="dimmed" aria-live="polite">
        {t.text('sequences.check.page', { from, until, total: countInWords(page.total, true, t) })}
      </Text>
    </Group>
  );
}
