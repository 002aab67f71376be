import { Button, Group } from '@mantine/core';
import { IconPlus, IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { NoneFits } from '../../../ui/none-fits.js';
import { isUnfiltered, type PlacementSearch } from '../placement-search.js';
import { NO_FILTER } from './filter-popover.js';

interface Props {
  readonly search: PlacementSearch;
  readonly change: (to: Partial<PlacementSearch>) => void;
}

/** A list without rows says why, and what to do: begin, or widen the search. */
export function EmptyList({ search, change }: Props) {
  const t = useMessages();
  const mayWrite = useMay('write');
  if (!isUnfiltered(search)) {
    return (
      <NoneFits
        sentence={t.text(search.q ? 'placements.empty.search' : 'placements.empty.filter', {
          words: search.q ?? '',
        })}
        onClear={() => change({ ...NO_FILTER, q: undefined })}
      />
    );
  }
  return (
    <EmptyState
      sentence={t.text(mayWrite ? 'placements.empty.begin' : 'placements.empty.viewer')}
      action={mayWrite && <Begin />}
    />
  );
}

function Begin() {
  const t = useMessages();
  return (
    <Group>
      <Button
        leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
        renderRoot={(props) => <Link to="/placements/new" {...props} />}
      >
        {t.text('placements.add')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconUpload size={16} stroke={1.75} aria-hidden />}
        renderRoot={(props) => <Link to="/imports/new" {...props} />}
      >
        {t.text('placements.importCsv')}
      </Button>
    </Group>
  );
}
