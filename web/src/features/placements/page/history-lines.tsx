import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCloudOff,
  IconEye,
  IconLinkOff,
  IconPencil,
  type IconProps,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { CheckView, EventView, Verdict } from '../../../api/placement-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import classes from './placement.module.css';

const SHOWN: Record<Verdict, { readonly icon: ComponentType<IconProps>; readonly tone: string }> = {
  live: { icon: IconCircleCheck, tone: 'live' },
  differs: { icon: IconAlertTriangle, tone: 'differs' },
  absent: { icon: IconLinkOff, tone: 'removed' },
  unreachable: { icon: IconCloudOff, tone: 'quiet' },
  unverifiable: { icon: IconEye, tone: 'by-hand' },
};

/** One visit: what it proved, why, and how it went. */
export function CheckLine({ check }: { readonly check: CheckView }) {
  const t = useMessages();
  const { icon, tone } = SHOWN[check.verdict];
  const first = check.findings.find(({ severity }) => severity === 'error') ?? check.findings[0];
  return (
    <Line icon={icon} tone={tone} at={check.at}>
      <div>{t.text(`words.verdict.${check.verdict}`)}</div>
      <div className={classes['quiet']}>
        {first ? first.message : t.text('placements.history.noFinding')}{' '}
        {check.rendered && t.text('placements.history.rendered')}
      </div>
    </Line>
  );
}

/** Something that happened, and who did it. */
export function EventLine({ event }: { readonly event: EventView }) {
  const t = useMessages();
  const { icon, tone } = eventLook(event);
  return (
    <Line icon={icon} tone={tone} at={event.at}>
      <div>{event.message}</div>
      {event.actorName !== null && (
        <div className={classes['quiet']}>{t.text('placements.history.by', { name: event.actorName })}</div>
      )}
    </Line>
  );
}

/** An event that names a state wears it; all others are a person's or the program's note. */
function eventLook({ params }: EventView): {
  readonly icon: ComponentType<IconProps>;
  readonly tone: string;
} {
  switch (params['to'] ?? params['state']) {
    case 'live':
      return SHOWN.live;
    case 'differs':
      return SHOWN.differs;
    case 'removed':
      return SHOWN.absent;
    case 'site_down':
    case 'site_gone':
      return SHOWN.unreachable;
    case 'check_by_hand':
      return SHOWN.unverifiable;
    default:
      return { icon: IconPencil, tone: 'quiet' };
  }
}

interface LineProps {
  readonly icon: ComponentType<IconProps>;
  readonly tone: string;
  readonly at: string;
  readonly children: React.ReactNode;
}

function Line({ icon: Icon, tone, at, children }: LineProps) {
  return (
    <li className={classes['event']}>
      <span className={classes['eventIcon']} data-tone={tone}>
        <Icon size={16} stroke={1.75} aria-hidden />
      </span>
      <div className={classes['eventText']}>{children}</div>
      <span className={classes['quiet']}>
        <RelativeTime at={at} />
      </span>
    </li>
  );
}
