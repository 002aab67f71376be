import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import type { PastAct } from './past-acts.js';

interface Props {
  readonly acts: readonly PastAct[];
  readonly onUndo: (act: PastAct) => void;
}

/** The bulk acts of this visit, each with the way back. */
export function PastActsMenu({ acts, onUndo }: Props) {
  const t = useMessages();
  if (acts.length === 0) return null;
  const label = t.text('prospects.bulk.past');
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Tooltip label={label}>
          <ActionIcon variant="default" size={32} aria-label={label}>
            <IconArrowBackUp size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{label}</Menu.Label>
        {acts.map((act) => (
          <Menu.Item key={act.jobId} onClick={() => onUndo(act)}>
            {t.text('prospects.bulk.undoOf', {
              what: t.text(`prospects.bulk.did.${act.action}`, { count: countInWords(act.size, true, t) }),
            })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
