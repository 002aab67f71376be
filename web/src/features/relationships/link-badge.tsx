import { IconCircleCheck, IconHelpCircle, IconLinkOff } from '@tabler/icons-react';
import { useMessages } from '../../i18n/messages-provider.js';
import { StateBadge } from '../../ui/state-badge.js';
import badge from '../../ui/state-badge.module.css';
import type { Link } from './relationship-views.js';

const SHOWN = {
  live: { tone: 'live', icon: IconCircleCheck },
  lost: { tone: 'removed', icon: IconLinkOff },
  unknown: { tone: 'waiting', icon: IconHelpCircle },
} as const;

/** How a link stands; one that is followed as a placement wears that placement's state. */
export function LinkBadge({ link }: { readonly link: Pick<Link, 'state' | 'placementState'> }) {
  const t = useMessages();
  if (link.placementState) return <StateBadge state={link.placementState} />;
  const { tone, icon: Icon } = SHOWN[link.state];
  return (
    <span className={badge['badge']} data-tone={tone}>
      <Icon size={14} stroke={1.75} aria-hidden />
      {t.text(`relationships.linkState.${link.state}`)}
    </span>
  );
}
