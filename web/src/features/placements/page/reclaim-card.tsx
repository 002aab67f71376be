import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { api, bodyOf, query } from '../../../api/client.js';
import type { PlacementDetail } from '../../../api/placement-views.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import { toastProblem } from '../../../ui/undo-toast.js';

const WORSE: readonly PlacementDetail['state'][] = ['differs', 'removed', 'site_gone'];

/** The reclamation a placement stands on, or the way to propose one where it is worse than agreed. */
export function ReclaimCard({ placement }: { readonly placement: PlacementDetail }) {
  const t = useMessages();
  const navigate = useNavigate();
  const mayWrite = useMay('write');
  const isWorse = WORSE.includes(placement.state);
  const asked = { params: { query: { placementId: placement.id, state: 'open' as const, limit: 1 } } };
  const { data } = query.useQuery('get', '/api/v1/reclamations', asked, { enabled: isWorse });
  if (!isWorse || !data) return null;
  const [open] = data.items;
  if (!open && !mayWrite) return null;
  const propose = () =>
    bodyOf(api.POST('/api/v1/reclamations', { body: { placementIds: [placement.id] } })).then(
      ({ ids: [id = ''] }) => navigate({ to: '/reclamations/$id', params: { id } }),
      (error: unknown) => toastProblem(t, error),
    );
  return (
    <Panel title={t.text('reclaims.one')}>
      {open ? (
        <Link to="/reclamations/$id" params={{ id: open.id }}>
          {t.text('reclaims.card.open', { state: open.state, name: open.counterparty.name })}
        </Link>
      ) : (
        <Button variant="default" onClick={() => void propose()}>
          {t.text('reclaims.card.propose')}
        </Button>
      )}
    </Panel>
  );
}
