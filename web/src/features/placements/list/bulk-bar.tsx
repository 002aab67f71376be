import { Menu, UnstyledButton } from '@mantine/core';
import {
  IconArchive,
  IconCheck,
  IconFlagOff,
  type IconProps,
  IconRefresh,
  IconUser,
} from '@tabler/icons-react';
import { type ComponentType, useState } from 'react';
import { query } from '../../../api/client.js';
import { holdsWork } from '../../../app/session/holds-work.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import classes from './placements.module.css';
import type { BulkAction } from './use-bulk.js';

interface Props {
  readonly size: number;
  readonly sizeIsExact: boolean;
  /** How many match the filter when more of them could be selected; null when all are. */
  readonly others: { readonly total: number; readonly isExact: boolean } | null;
  readonly onSelectAll: () => void;
  readonly onClear: () => void;
  readonly onAct: (action: BulkAction, params?: Readonly<Record<string, unknown>>) => Promise<void>;
}

/** What can be done with the selected rows. */
export function BulkBar({ size, sizeIsExact, others, onSelectAll, onClear, onAct }: Props) {
  const t = useMessages();
  const [isAsking, setAsking] = useState(false);
  const count = countInWords(size, sizeIsExact, t);
  return (
    <div className={classes['bulk']} role="toolbar" aria-label={t.text('placements.bulk.label')}>
      <span className={classes['bulkCount']} aria-live="polite">
        {t.text('placements.bulk.selected', { count })}
      </span>
      {others && (
        <UnstyledButton className={classes['bulkAct'] ?? ''} onClick={onSelectAll}>
          {t.text('placements.bulk.selectAll', { count: countInWords(others.total, others.isExact, t) })}
        </UnstyledButton>
      )}
      <Act icon={IconRefresh} word={t.text('placements.act.check')} onClick={() => void onAct('check')} />
      <Assign onAct={onAct} />
      <Act icon={IconCheck} word={t.text('placements.act.accept')} onClick={() => setAsking(true)} />
      <Act icon={IconFlagOff} word={t.text('placements.act.end')} onClick={() => void onAct('end')} />
      <Act icon={IconArchive} word={t.text('placements.act.archive')} onClick={() => void onAct('archive')} />
      <UnstyledButton className={`${classes['bulkAct']} ${classes['bulkQuiet']}`} onClick={onClear}>
        {t.text('placements.bulk.clear')}
      </UnstyledButton>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t.text('placements.bulk.acceptTitle')}
        verb={t.text('placements.act.accept')}
        onConfirm={() => onAct('accept')}
      >
        {t.text('placements.bulk.acceptSays', { count })}
      </ConfirmDialog>
    </div>
  );
}

interface ActProps {
  readonly icon: ComponentType<IconProps>;
  readonly word: string;
  readonly onClick: () => void;
}

function Act({ icon: Icon, word, onClick }: ActProps) {
  return (
    <UnstyledButton className={classes['bulkAct'] ?? ''} onClick={onClick}>
      <Icon size={16} stroke={1.75} aria-hidden />
      {word}
    </UnstyledButton>
  );
}

function Assign({ onAct }: Pick<Props, 'onAct'>) {
  const t = useMessages();
  const members =
    query.useQuery('get', '/api/v1/members', { params: { query: { state: 'active' } } }).data?.items ?? [];
  const writers = members.filter((member) => holdsWork(member.role));
  return (
    <Menu position="top" withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes['bulkAct'] ?? ''}>
          <IconUser size={16} stroke={1.75} aria-hidden />
          {t.text('placements.act.assign')}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {writers.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => void onAct('assign', { ownerMemberId: id })}>
            {name}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => void onAct('assign', { ownerMemberId: null })}>
          {t.text('placements.noOwner')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
