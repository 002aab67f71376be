import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconDeviceFloppy, IconPencil, IconStar, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { idempotencyKey } from '../api/client.js';
import type { SavedView } from '../api/prospect-views.js';
import { savedViews, type ViewList, viewActs } from '../api/saved-views.js';
import { useMay } from '../app/session/session.js';
import { useMessages } from '../i18n/messages-provider.js';
import { chipClass } from './list-page.js';
import { keptQuery } from './saved-view-query.js';
import { SavedViewDialog } from './saved-views-dialog.js';
import { toast, toastProblem, toastWithUndo } from './undo-toast.js';

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

interface Props {
  readonly list: ViewList;
  /** The address of the list's page. */
  readonly path: string;
}

/** The named views of a list: open one, keep what is shown now under a name, change or delete one. */
export function SavedViews({ list, path }: Props) {
  const t = useMessages();
  const navigate = useNavigate();
  const { searchStr } = useLocation();
  const here = keptQuery(searchStr);
  const views = useQuery(savedViews(list)).data ?? [];
  const [dialog, setDialog] = useState<'new' | SavedView | null>(null);
  const acts = useViewActs(list);
  const mayManage = useMay('manage');
  const current = views.find(({ query }) => keptQuery(query) === here);
  const latest = current ?? null;
  const group = (items: readonly SavedView[]) =>
    items.map((view) => (
      <Menu.Item
        key={view.id}
        leftSection={<IconStar {...ICON} />}
        aria-current={view.id === latest?.id || undefined}
        onClick={() => void navigate({ href: `${path}${view.query}` })}
      >
        {view.name}
      </Menu.Item>
    ));
  const mine = views.filter(({ isMine, isShared }) => isMine && !isShared);
  const shared = views.filter(({ isShared }) => isShared);
  const mayChange = latest !== null && (latest.isMine || mayManage);
  return (
    <>
      <Menu position="bottom-start" withinPortal width={260}>
        <Menu.Target>
          <UnstyledButton className={chipClass} data-on={latest !== null || undefined}>
            <IconStar {...ICON} />
            {latest?.name ?? t.text('prospects.views.title')}
            <IconChevronDown size={14} stroke={1.75} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 && <Menu.Label>{t.text('prospects.views.none')}</Menu.Label>}
          {mine.length > 0 && <Menu.Label>{t.text('prospects.views.mine')}</Menu.Label>}
          {group(mine)}
          {shared.length > 0 && <Menu.Label>{t.text('prospects.views.shared')}</Menu.Label>}
          {group(shared)}
          <Menu.Divider />
          <Menu.Item leftSection={<IconDeviceFloppy {...ICON} />} onClick={() => setDialog('new')}>
            {t.text('prospects.views.keep')}
          </Menu.Item>
          {mayChange && (
            <>
              <Menu.Item leftSection={<IconPencil {...ICON} />} onClick={() => setDialog(latest)}>
                {t.text('prospects.views.change')}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash {...ICON} />} onClick={() => void acts.remove(latest)}>
                {t.text('prospects.views.remove')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog && (
        <SavedViewDialog
          view={dialog === 'new' ? null : dialog}
          onSave={({ name, isShared }, headers) =>
            dialog === 'new'
              ? acts.add({ list, name, isShared, query: here }, headers)
              : acts.change(dialog.id, { name, isShared })
          }
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}

/** Keeps views and the menu that shows them together. */
function useViewActs(list: ViewList) {
  const t = useMessages();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: savedViews(list).queryKey });
  return {
    add: async (...view: Parameters<typeof viewActs.add>) => {
      await viewActs.add(...view);
      await refresh();
      toast(t.text('prospects.views.kept', { name: view[0].name }));
    },
    change: async (...view: Parameters<typeof viewActs.change>) => {
      await viewActs.change(...view);
      await refresh();
    },
    remove: async ({ id, name, query, isShared }: SavedView) => {
      try {
        await viewActs.remove(id);
        toastWithUndo(t, t.text('prospects.views.removed', { name }), async () => {
          await viewActs.add({ list, name, query, isShared }, idempotencyKey());
          await refresh();
        });
      } catch (error) {
        toastProblem(t, error);
      }
      await refresh();
    },
  };
}
