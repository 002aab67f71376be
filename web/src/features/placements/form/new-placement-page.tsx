import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PlacementRow } from '../../../api/placement-views.js';
import { useKeys } from '../../../app/keys/keys-provider.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Page } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { AddedResult } from './added-result.js';
import { NewPlacementForm } from './new-placement-form.js';

/** Writing down a placement, and seeing at once what the first check reads. */
export function NewPlacementPage() {
  const t = useMessages();
  const mayWrite = useMay('write');
  const navigate = useNavigate();
  const [added, setAdded] = useState<PlacementRow | null>(null);
  useKeys([
    {
      keys: 'Escape',
      label: t.text('placements.keys.back'),
      run: () => void navigate({ to: '/placements' }),
    },
  ]);
  return (
    <Page>
      <PageHeader
        title={t.text('placements.add')}
        parent={<Link to="/placements">{t.text('placements.title')}</Link>}
      />
      {!mayWrite && <EmptyState sentence={t.text('placements.form.mayNot')} />}
      {mayWrite && !added && <NewPlacementForm onAdded={setAdded} />}
      {added && <AddedResult key={added.id} row={added} onAnother={() => setAdded(null)} />}
    </Page>
  );
}
