import { IconArrowBackUp, IconCheck, IconClock, IconX } from '@tabler/icons-react';
import type { components } from '../api/schema.generated.js';
import { useMessages } from '../i18n/messages-provider.js';
import classes from './approval-content.module.css';

type State = components['schemas']['ApprovalState'];

const ICONS = { asked: IconClock, accepted: IconCheck, refused: IconX, withdrawn: IconArrowBackUp } as const;

/** Where a question to a client stands: icon, word and colour. */
export function ApprovalBadge({ state }: { readonly state: State }) {
  const t = useMessages();
  const Icon = ICONS[state];
  return (
    <span className={classes['badge']} data-state={state}>
      <Icon size={14} stroke={1.75} aria-hidden />
      {t.text(`approvals.state.${state}`)}
    </span>
  );
}
