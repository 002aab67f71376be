import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { GuideLink } from '../../../ui/guide-link.js';
import { NoneFits } from '../../../ui/none-fits.js';
import { isUnfiltered, NO_FILTER, type ProspectSearch } from '../prospect-search.js';
import { MoreProspects } from './more-prospects.js';

interface Props {
  readonly search: ProspectSearch;
  readonly change: (to: Partial<ProspectSearch>) => void;
}

/** A list without rows says why, and what to do: begin, or widen the search. */
export function EmptyList({ search, change }: Props) {
  const t = useMessages();
  const mayWrite = useMay('write');
  if (!isUnfiltered(search)) {
    return (
      <NoneFits
        sentence={t.text(search.q ? 'prospects.empty.search' : 'prospects.empty.filter', {
          words: search.q ?? '',
        })}
        onClear={() => change({ ...NO_FILTER, q: undefined })}
      />
    );
  }
  return (
    <EmptyState
      sentence={t.text(mayWrite ? 'prospects.empty.begin' : 'prospects.empty.viewer')}
      action={mayWrite && <Begin onAdd={() => change({ add: true })} />}
      guide={<GuideLink page="imports" />}
    />
  );
}

function Begin({ onAdd }: { readonly onAdd: () => void }) {
  const t = useMessages();
  return (
    <Group>
      <Button leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={onAdd}>
        {t.text('prospects.add.title')}
      </Button>
      <MoreProspects />
    </Group>
  );
}
