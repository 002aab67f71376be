import { Menu } from '@mantine/core';
import { IconArchive, IconCheck, IconFlagOff, IconRefresh, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { query } from '../../../api/client.js';
import { holdsWork } from '../../../app/session/holds-work.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { BulkAct, BulkBarFrame } from '../../../ui/list-page.js';
import type { Reach } from '../../../ui/row-selection.js';
import type { BulkAction } from './use-bulk.js';

interface Props extends Reach {
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
    <BulkBarFrame
      label={t.text('placements.bulk.label')}
      count={t.text('placements.bulk.selected', { count })}
      clear={t.text('placements.bulk.clear')}
      onClear={onClear}
    >
      {others && (
        <BulkAct
          word={t.text('placements.bulk.selectAll', { count: countInWords(others.total, others.isExact, t) })}
          onClick={onSelectAll}
        />
      )}
      <BulkAct icon={IconRefresh} word={t.text('placements.act.check')} onClick={() => void onAct('check')} />
      <Assign onAct={onAct} />
      <BulkAct icon={IconCheck} word={t.text('placements.act.accept')} onClick={() => setAsking(true)} />
      <BulkAct icon={IconFlagOff} word={t.text('placements.act.end')} onClick={() => void onAct('end')} />
      <BulkAct
        icon={IconArchive}
        word={t.text('placements.act.archive')}
        onClick={() => void onAct('archive')}
      />
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t.text('placements.bulk.acceptTitle')}
        verb={t.text('placements.act.accept')}
        onConfirm={() => onAct('accept')}
      >
        {t.text('placements.bulk.acceptSays', { count })}
      </ConfirmDialog>
    </BulkBarFrame>
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
        <BulkAct icon={IconUser} word={t.text('placements.act.assign')} />
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
