import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconCloudOff,
  IconEye,
  IconFlagOff,
  IconLinkOff,
  type IconProps,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { PlacementState } from '../api/views.js';
import { useMessages } from '../i18n/messages-provider.js';
import classes from './state-badge.module.css';

type Tone = 'live' | 'differs' | 'removed' | 'down' | 'by-hand' | 'waiting' | 'quiet';

const SHOWN: Record<PlacementState, { readonly tone: Tone; readonly icon: ComponentType<IconProps> }> = {
  live: { tone: 'live', icon: IconCircleCheck },
  differs: { tone: 'differs', icon: IconAlertTriangle },
  removed: { tone: 'removed', icon: IconLinkOff },
  site_down: { tone: 'down', icon: IconCloudOff },
  site_gone: { tone: 'down', icon: IconCloudOff },
  check_by_hand: { tone: 'by-hand', icon: IconEye },
  awaited: { tone: 'waiting', icon: IconClock },
  ended: { tone: 'quiet', icon: IconFlagOff },
  released: { tone: 'quiet', icon: IconFlagOff },
  replaced: { tone: 'quiet', icon: IconFlagOff },
};

interface Props {
  readonly state: PlacementState;
  readonly rechecking?: boolean;
  /** An awaited placement whose day is past says "overdue". */
  readonly overdue?: boolean;
  /** Shown instead of the word, for filters: "18" beside the icon; the word stays for screen readers. */
  readonly figure?: string | undefined;
}

/** The state of a placement: always icon, word and colour together. */
export function StateBadge({ state, rechecking = false, overdue = false, figure }: Props) {
  const t = useMessages();
  const { tone, icon: Icon } = SHOWN[state];
  const word = t.text(overdue && state === 'awaited' ? 'words.state.overdue' : `words.state.${state}`);
  return (
    <span className={classes['row']}>
      <span className={classes['badge']} data-tone={tone}>
        <Icon size={14} stroke={1.75} aria-hidden />
        {figure === undefined ? (
          word
        ) : (
          <>
            <span aria-hidden>{figure}</span>
            <span className="only-read">{`${word}: ${figure}`}</span>
          </>
        )}
      </span>
      {rechecking && <span className={classes['small']}>{t.text('words.state.rechecking')}</span>}
    </span>
  );
}

/** The icon of a state alone, in its colour, for headings that say the state in words. */
export function StateIcon({ state, size = 22 }: { readonly state: PlacementState; readonly size?: number }) {
  const { tone, icon: Icon } = SHOWN[state];
  return (
    <span className={classes['icon']} data-tone={tone}>
      <Icon size={size} stroke={1.75} aria-hidden />
    </span>
  );
}
