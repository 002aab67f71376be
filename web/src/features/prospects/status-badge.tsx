import {
  IconBan,
  IconCircleCheck,
  IconCircleDashed,
  IconPlayerPause,
  type IconProps,
  IconSearch,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { ProspectStatus } from '../../api/prospect-words.js';
import { useMessages } from '../../i18n/messages-provider.js';
import classes from './prospects.module.css';

const ICONS: Record<ProspectStatus, ComponentType<IconProps>> = {
  new: IconCircleDashed,
  researching: IconSearch,
  qualified: IconCircleCheck,
  paused: IconPlayerPause,
  unfit: IconBan,
};

interface Props {
  readonly status: ProspectStatus;
  /** Shown instead of the word, for filters; the word stays for screen readers. */
  readonly figure?: string | undefined;
}

/** Where the team's own work on a prospect stands: icon, word and colour together. */
export function StatusBadge({ status, figure }: Props) {
  const t = useMessages();
  const Icon = ICONS[status];
  const word = t.text(`prospects.status.${status}`);
  return (
    <span className={classes['badge']} data-status={status}>
      <Icon size={14} stroke={1.75} aria-hidden />
      {figure === undefined ? (
        word
      ) : (
        <>
          <span aria-hidden>{`${word} ${figure}`}</span>
          <span className="only-read">{`${word}: ${figure}`}</span>
        </>
      )}
    </span>
  );
}
