import { Menu } from '@mantine/core';
import {
  IconArchive,
  IconDots,
  IconProgressCheck,
  IconTag,
  IconTargetArrow,
  IconTimeline,
  IconUser,
} from '@tabler/icons-react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import { BulkAct, BulkBarFrame } from '../../../ui/list-page.js';
import type { Reach } from '../../../ui/row-selection.js';
import { toastProblem } from '../../../ui/undo-toast.js';
import type { BulkDialog, BulkWish } from './bulk-actions.js';
import { BulkModal } from './bulk-modal.js';

const RARER = ['untag', 'topic', 'set_custom', 'exclude', 'do_not_contact'] as const;

interface Props extends Reach {
  readonly onSelectAll: () => void;
  readonly onClear: () => void;
  readonly onAct: (action: BulkWish, params?: object) => Promise<void>;
  readonly dialog: BulkDialog | null;
  readonly setDialog: (dialog: BulkDialog | null) => void;
}

/** What can be done with the selected prospects. */
export function BulkBar(props: Props) {
  const { size, sizeIsExact, others, onAct, dialog, setDialog } = props;
  const t = useMessages();
  const count = countInWords(size, sizeIsExact, t);
  return (
    <BulkBarFrame
      label={t.text('prospects.bulk.label')}
      count={t.text('prospects.bulk.selected', { count })}
      clear={t.text('prospects.bulk.clear')}
      onClear={props.onClear}
    >
      {others && (
        <BulkAct
          word={t.text('prospects.bulk.selectAll', {
            count: countInWords(others.total, others.isExact, t),
          })}
          onClick={props.onSelectAll}
        />
      )}
      <BulkAct
        icon={IconTargetArrow}
        word={t.text('prospects.bulk.act.campaign')}
        onClick={() => setDialog('campaign')}
      />
      <BulkAct
        icon={IconTimeline}
        word={t.text('prospects.bulk.act.enroll')}
        onClick={() => setDialog('enroll')}
      />
      <BulkAct icon={IconTag} word={t.text('prospects.bulk.act.tag')} onClick={() => setDialog('tag')} />
      <BulkAct
        icon={IconProgressCheck}
        word={t.text('prospects.bulk.act.status')}
        onClick={() => setDialog('status')}
      />
      <BulkAct
        icon={IconUser}
        word={t.text('prospects.bulk.act.assign')}
        onClick={() => setDialog('assign')}
      />
      <BulkAct
        icon={IconArchive}
        word={t.text('prospects.bulk.act.archive')}
        onClick={() => void onAct('archive').catch((error: unknown) => toastProblem(t, error))}
      />
      <Menu position="top-end" withinPortal>
        <Menu.Target>
          <BulkAct icon={IconDots} word={t.text('app.more')} />
        </Menu.Target>
        <Menu.Dropdown>
          {RARER.map((action) => (
            <Menu.Item key={action} onClick={() => setDialog(action)}>
              {t.text(`prospects.bulk.act.${action}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {dialog && <BulkModal action={dialog} count={count} onAct={onAct} onClose={() => setDialog(null)} />}
    </BulkBarFrame>
  );
}
