import type { PlacementDetail } from '../../../api/placement-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Facts, Panel } from '../../../ui/page.js';
import { RelativeTime } from '../../../ui/relative-time.js';

/** When the next check comes and why then. */
export function NextCard({ placement }: { readonly placement: PlacementDetail }) {
  const t = useMessages();
  const key = `placements.reason.${placement.nextCheckReason ?? 'none'}`;
  const rows = [
    { name: t.text('placements.next.check'), value: <RelativeTime at={placement.nextCheckAt} /> },
    {
      name: t.text('placements.next.why'),
      value: t.has(key) ? t.text(key) : t.text('placements.reason.none'),
    },
    { name: t.text('placements.next.lastSeen'), value: <RelativeTime at={placement.lastSeenAt} /> },
  ];
  return (
    <Panel title={t.text('placements.next.title')}>
      <Facts rows={rows} />
    </Panel>
  );
}
