import {
  IconCash,
  IconCheck,
  IconCircleCheck,
  IconClock,
  IconFlagOff,
  IconLinkOff,
  type IconProps,
  IconReceiptRefund,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useMessages } from '../../i18n/messages-provider.js';
import classes from '../../ui/state-badge.module.css';
import type { LineState, OrderState } from './order-views.js';

type State = OrderState | LineState;

const SHOWN: Record<State, { readonly tone: string; readonly icon: ComponentType<IconProps> }> = {
  quoted: { tone: 'waiting', icon: IconClock },
  approved: { tone: 'waiting', icon: IconCheck },
  ordered: { tone: 'waiting', icon: IconClock },
  open: { tone: 'waiting', icon: IconClock },
  live: { tone: 'live', icon: IconCircleCheck },
  payable: { tone: 'by-hand', icon: IconCash },
  paid: { tone: 'live', icon: IconCash },
  lost: { tone: 'removed', icon: IconLinkOff },
  credited: { tone: 'quiet', icon: IconReceiptRefund },
  replaced: { tone: 'quiet', icon: IconFlagOff },
  cancelled: { tone: 'quiet', icon: IconFlagOff },
};

/** The state of an order or of one of its lines: always icon, word and colour together. */
export function OrderStateBadge({ state }: { readonly state: State }) {
  const t = useMessages();
  const { tone, icon: Icon } = SHOWN[state];
  return (
    <span className={classes['row']}>
      <span className={classes['badge']} data-tone={tone}>
        <Icon size={14} stroke={1.75} aria-hidden />
        {t.text(`orders.state.${state}`)}
      </span>
    </span>
  );
}
