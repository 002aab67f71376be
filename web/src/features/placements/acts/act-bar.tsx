import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArchive,
  IconCheck,
  IconDots,
  IconEye,
  IconFileText,
  IconFlagOff,
  IconReplace,
  IconRestore,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { PlacementDetail } from '../../../api/placement-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { toastProblem } from '../../../ui/undo-toast.js';
import classes from '../page/placement.module.css';
import { AcceptModal } from './accept-modal.js';
import { type ActName, actsFor } from './acts-for.js';
import { CheckButton } from './check-button.js';
import { DocumentModal } from './document-modal.js';
import { EndModal } from './end-modal.js';
import { type Acts, useActs } from './placement-acts.js';
import { ReplaceModal } from './replace-modal.js';
import { SeenByHandModal } from './seen-by-hand-modal.js';

type Opened = Extract<ActName, 'accept' | 'end' | 'release' | 'replace' | 'seenByHand' | 'document'> | null;

/** What can be done with this placement in its state: the one likely act as a button, the others behind the dots. */
export function ActBar({ placement }: { readonly placement: PlacementDetail }) {
  const t = useMessages();
  const acts = useActs(placement.id);
  const may = actsFor(placement);
  const [opened, setOpened] = useState<Opened>(null);
  return (
    <div className={classes['acts']}>
      {may.has('check') && <CheckButton placement={placement} />}
      {placement.state === 'differs' && may.has('accept') && (
        <Button
          leftSection={<IconCheck size={16} stroke={1.75} aria-hidden />}
          onClick={() => setOpened('accept')}
        >
          {t.text('placements.act.accept')}
        </Button>
      )}
      {may.has('reopen') && (
        <Button variant="default" onClick={() => void acts.reopen()}>
          {t.text('placements.act.reopen')}
        </Button>
      )}
      {may.has('restore') && (
        <Button variant="default" onClick={() => void acts.restore()}>
          {t.text('placements.act.restore')}
        </Button>
      )}
      <MoreActs may={may} acts={acts} isPrimaryAccept={placement.state === 'differs'} onOpen={setOpened} />
      <ActDialog opened={opened} placement={placement} onClose={() => setOpened(null)} />
    </div>
  );
}

interface DialogProps {
  readonly opened: Opened;
  readonly placement: PlacementDetail;
  readonly onClose: () => void;
}

function ActDialog({ opened, ...rest }: DialogProps) {
  switch (opened) {
    case 'accept':
      return <AcceptModal {...rest} />;
    case 'end':
    case 'release':
      return <EndModal kind={opened} {...rest} />;
    case 'replace':
      return <ReplaceModal {...rest} />;
    case 'document':
      return <DocumentModal {...rest} />;
    case 'seenByHand':
      return <SeenByHandModal {...rest} />;
    case null:
      return null;
  }
}

const MORE = [
  { act: 'accept', icon: IconCheck },
  { act: 'seenByHand', icon: IconEye },
  { act: 'document', icon: IconFileText },
  { act: 'replace', icon: IconReplace },
  { act: 'end', icon: IconFlagOff },
  { act: 'release', icon: IconRestore },
] as const;

interface MoreProps {
  readonly may: ReadonlySet<ActName>;
  readonly acts: Acts;
  /** Accepting stands outside as a button already. */
  readonly isPrimaryAccept: boolean;
  readonly onOpen: (act: Opened) => void;
}

function MoreActs({ may, acts, isPrimaryAccept, onOpen }: MoreProps) {
  const t = useMessages();
  const shown = MORE.filter(({ act }) => may.has(act) && !(act === 'accept' && isPrimaryAccept));
  if (shown.length === 0 && !may.has('archive')) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={32} aria-label={t.text('placements.act.more')}>
          <IconDots size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {shown.map(({ act, icon: Icon }) => (
          <Menu.Item
            key={act}
            leftSection={<Icon size={16} stroke={1.75} aria-hidden />}
            onClick={() => onOpen(act)}
          >
            {t.text(`placements.act.${act}Dots`)}
          </Menu.Item>
        ))}
        {may.has('archive') && (
          <Menu.Item
            leftSection={<IconArchive size={16} stroke={1.75} aria-hidden />}
            onClick={() => void acts.archive().catch((error: unknown) => toastProblem(t, error))}
          >
            {t.text('placements.act.archive')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
