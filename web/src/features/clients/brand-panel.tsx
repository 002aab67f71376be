import { ActionIcon, Button, Group, Menu, Skeleton } from '@mantine/core';
import {
  IconArchive,
  IconArrowsRightLeft,
  IconDots,
  IconPencil,
  IconPlus,
  IconRestore,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Brand } from '../../api/views.js';
import { useMay } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { Rows } from '../../ui/list-row.js';
import { Panel } from '../../ui/page.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { toastProblem, toastWithUndo } from '../../ui/undo-toast.js';
import { BrandDialog } from './brand-dialog.js';
import classes from './clients.module.css';
import { acts, targetPagesQuery } from './clients-api.js';
import { MoveDialog } from './move-dialog.js';
import { TargetPageDialog } from './target-page-dialog.js';
import { TargetPageRow } from './target-page-row.js';
import { useRefreshClients } from './use-refresh-clients.js';

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

/** One brand: its website, its other names, and its pages that links lead to with how they are. */
export function BrandPanel({ brand, clientId }: { readonly brand: Brand; readonly clientId: string }) {
  const t = useMessages();
  const mayManage = useMay('manage');
  const mayWrite = useMay('write');
  const pages = useQuery({ ...targetPagesQuery(brand.id), enabled: !brand.archivedAt });
  const [open, setOpen] = useState<'edit' | 'page' | 'move' | null>(null);
  const close = () => setOpen(null);
  const shown = pages.data?.items.filter(({ archivedAt }) => !archivedAt) ?? [];
  const aside = (
    <Group gap="sm">
      <a href={brand.homeUrl} target="_blank" rel="noreferrer">
        {brand.siteKey}
      </a>
      <Link to="/brands/$brandId/own-site" params={{ brandId: brand.id }}>
        {t.text('relationships.crawl.ours')}
      </Link>
      {brand.aliases.length > 0 && new Intl.ListFormat(t.locale).format(brand.aliases)}
      {mayWrite && shown.length > 0 && (
        <Button
          variant="default"
          leftSection={<IconArrowsRightLeft {...ICON} />}
          onClick={() => setOpen('move')}
        >
          {t.text('clients.move.verb')}
        </Button>
      )}
      {mayManage && !brand.archivedAt && (
        <Button variant="default" leftSection={<IconPlus {...ICON} />} onClick={() => setOpen('page')}>
          {t.text('clients.page.add')}
        </Button>
      )}
      {mayManage && <BrandMenu brand={brand} onEdit={() => setOpen('edit')} />}
    </Group>
  );
  return (
    <Panel title={brand.name} aside={aside} flush>
      <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />
      {brand.archivedAt && <p className={classes['quiet']}>{t.text('clients.brand.isArchived')}</p>}
      {pages.isLoading && <Skeleton h={44} m="md" w="auto" />}
      {pages.data && shown.length === 0 && <p className={classes['quiet']}>{t.text('clients.page.none')}</p>}
      {shown.length > 0 && (
        <Rows label={t.text('clients.page.of', { name: brand.name })}>
          {shown.map((page) => (
            <TargetPageRow key={page.id} page={page} />
          ))}
        </Rows>
      )}
      {open === 'edit' && <BrandDialog clientId={clientId} brand={brand} onClose={close} />}
      {open === 'page' && <TargetPageDialog brand={brand} onClose={close} />}
      {open === 'move' && <MoveDialog brand={brand} pages={shown} onClose={close} />}
    </Panel>
  );
}

function BrandMenu({ brand, onEdit }: { readonly brand: Brand; readonly onEdit: () => void }) {
  const t = useMessages();
  const refresh = useRefreshClients();
  const restore = () => acts.restoreBrand(brand.id).finally(refresh);
  const archive = async () => {
    try {
      await acts.archiveBrand(brand.id);
      toastWithUndo(t, t.text('clients.archived', { name: brand.name }), restore);
    } catch (error) {
      toastProblem(t, error);
    }
    await refresh();
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t.text('clients.brand.more', { name: brand.name })}>
          <IconDots {...ICON} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil {...ICON} />} onClick={onEdit}>
          {t.text('clients.brand.edit')}
        </Menu.Item>
        {brand.archivedAt ? (
          <Menu.Item
            leftSection={<IconRestore {...ICON} />}
            onClick={() => void restore().catch((error: unknown) => toastProblem(t, error))}
          >
            {t.text('clients.restore')}
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconArchive {...ICON} />} onClick={() => void archive()}>
            {t.text('clients.brand.archive')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
