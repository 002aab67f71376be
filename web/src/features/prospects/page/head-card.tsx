import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArrowsExchange,
  IconBan,
  IconDots,
  IconFlagOff,
  IconLock,
  IconLockOpen,
  IconPencil,
  IconRestore,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { ProspectDetail } from '../../../api/prospect-views.js';
import { useMay, useSession } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { shortDay } from '../../../i18n/times.js';
import { EndPartnershipDialog } from '../../../ui/end-partnership.js';
import { EditDrawer } from '../edit/edit-drawer.js';
import { SiteMarks } from '../list/cells.js';
import classes from '../prospects.module.css';
import { StatusBadge } from '../status-badge.js';
import { NewOwnerDialog } from './new-owner-dialog.js';
import { useProspectActs } from './prospect-acts.js';
import { SuppressDialog } from './suppress-dialog.js';

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

/** The site in one line: where our work stands, who holds it, and what can be done. */
export function HeadCard({ prospect }: { readonly prospect: ProspectDetail }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  return (
    <section className={classes['head']} aria-label={t.text('prospects.one')}>
      <div className={classes['headText']}>
        <h2 className={classes['headTitle']}>
          {prospect.displayHost}
          <StatusBadge status={prospect.status} />
          {prospect.archivedAt !== null && (
            <span className={classes['badge']}>{t.text('prospects.archived')}</span>
          )}
          <SiteMarks row={prospect} />
        </h2>
        <p className={classes['headNote']}>
          <Holder prospect={prospect} />
        </p>
      </div>
      {mayWrite && <Acts prospect={prospect} />}
    </section>
  );
}

function Holder({ prospect: { ownerName, lockUntil, stage } }: { readonly prospect: ProspectDetail }) {
  const t = useMessages();
  const held =
    ownerName === null
      ? t.text('prospects.holder.nobody')
      : lockUntil === null
        ? t.text('prospects.holder.owner', { name: ownerName })
        : t.text('prospects.lockedUntil', {
            name: ownerName,
            day: shortDay(new Date(lockUntil), new Date(), t),
          });

  return (
    <>
      {held} · {t.text('prospects.holder.stage', { stage: t.text(`prospects.stage.${stage}`) })}
    </>
  );
}

function Acts({ prospect }: { readonly prospect: ProspectDetail }) {
  const t = useMessages();
  const { member } = useSession();
  const mayManage = useMay('manage');
  const acts = useProspectActs(prospect);
  const [open, setOpen] = useState<'edit' | 'owner' | 'suppress' | 'end' | null>(null);
  const close = () => setOpen(null);
  const { lockUntil, ownerMemberId, conflict, archivedAt } = prospect;
  const isLocked = lockUntil !== null;
  const mayRelease = isLocked && (ownerMemberId === member.id || mayManage);
  return (
    <div className={classes['acts']}>
      <Button variant="default" leftSection={<IconPencil {...ICON} />} onClick={() => setOpen('edit')}>
        {t.text('prospects.act.edit')}
      </Button>
      {!isLocked && (
        <Button leftSection={<IconLock {...ICON} />} onClick={() => void acts.lock()}>
          {t.text('prospects.act.lock')}
        </Button>
      )}
      {mayRelease && (
        <Button
          variant="default"
          leftSection={<IconLockOpen {...ICON} />}
          onClick={() => void acts.release()}
        >
          {t.text('prospects.act.release')}
        </Button>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size={32} aria-label={t.text('app.more')}>
            <IconDots {...ICON} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconArrowsExchange {...ICON} />} onClick={() => setOpen('owner')}>
            {t.text('prospects.act.newOwner')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFlagOff {...ICON} />} onClick={() => setOpen('end')}>
            {t.text('reclaims.end.button')}
          </Menu.Item>
          {conflict.suppression === null ? (
            <Menu.Item leftSection={<IconBan {...ICON} />} onClick={() => setOpen('suppress')}>
              {t.text('prospects.act.suppress')}
            </Menu.Item>
          ) : (
            mayManage && (
              <Menu.Item
                leftSection={<IconBan {...ICON} />}
                onClick={() => void acts.lift(conflict.suppression?.id ?? '')}
              >
                {t.text('prospects.act.lift')}
              </Menu.Item>
            )
          )}
          {archivedAt === null ? (
            <Menu.Item leftSection={<IconArchive {...ICON} />} onClick={() => void acts.archive()}>
              {t.text('prospects.act.archive')}
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconRestore {...ICON} />} onClick={() => void acts.restore()}>
              {t.text('prospects.act.restore')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {open === 'edit' && <EditDrawer row={prospect} notes={prospect.notes} onClose={close} />}
      {open === 'owner' && <NewOwnerDialog prospect={prospect} onClose={close} />}
      {open === 'end' && (
        <EndPartnershipDialog kind="site" id={prospect.siteId} name={prospect.displayHost} onClose={close} />
      )}
      {open === 'suppress' && <SuppressDialog prospect={prospect} onClose={close} />}
    </div>
  );
}
