import { Button } from '@mantine/core';
import { useMessages } from '../i18n/messages-provider.js';
import { EmptyState } from './empty-state.js';

interface Props {
  /** What was looked for in vain. */
  readonly sentence: string;
  readonly onClear: () => void;
}

/** A list whose filter lets nothing through says so, and gives the way back to all there is. */
export function NoneFits({ sentence, onClear }: Props) {
  const t = useMessages();
  return (
    <EmptyState
      sentence={sentence}
      action={
        <Button variant="default" onClick={onClear}>
          {t.text('placements.filter.clear')}
        </Button>
      }
    />
  );
}
