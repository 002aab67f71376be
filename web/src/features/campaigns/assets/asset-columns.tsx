import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconArchive, IconArchiveOff } from '@tabler/icons-react';
import type { Messages } from '../../../i18n/messages.js';
import { dayInWords } from '../../../i18n/times.js';
import list from '../../../ui/record-list.module.css';
import type { Column } from '../../../ui/virtual-table.js';
import { WebAddress } from '../../../ui/web-address.js';
import type { Asset } from './assets-api.js';

interface Acts {
  readonly mayWrite: boolean;
  readonly onOpen: (asset: Asset) => void;
  readonly onShelve: (asset: Asset) => void;
}

/** The columns of the register of assets. */
export function assetColumns(t: Messages, { mayWrite, onOpen, onShelve }: Acts): Column<Asset>[] {
  return [
    {
      key: 'title',
      head: t.text('tasks.assets.field.title'),
      width: 'minmax(200px, 2fr)',
      isRowHead: true,
      cell: (asset) => (
        <UnstyledButton className={list['rowLink'] ?? ''} onClick={() => onOpen(asset)}>
          {asset.title}
        </UnstyledButton>
      ),
    },
    {
      key: 'type',
      head: t.text('tasks.assets.field.type'),
      width: '128px',
      cell: (asset) => t.text(`tasks.assets.type.${asset.type}`),
    },
    {
      key: 'brand',
      head: t.text('tasks.assets.field.brand'),
      width: 'minmax(110px, 1fr)',
      cell: (asset) => asset.brandName,
    },
    {
      key: 'status',
      head: t.text('tasks.assets.field.status'),
      width: '112px',
      cell: (asset) => t.text(`tasks.assets.status.${asset.status}`),
    },
    {
      key: 'ready',
      head: t.text('tasks.assets.field.readyOn'),
      width: '116px',
      cell: (asset) => (asset.readyOn === null ? '—' : dayInWords(asset.readyOn, t)),
    },
    {
      key: 'address',
      head: t.text('tasks.assets.field.url'),
      width: 'minmax(160px, 1.5fr)',
      cell: (asset) => {
        const url = asset.url ?? asset.targetPageUrl;
        return url === null ? '—' : <WebAddress url={url} />;
      },
    },
    {
      key: 'pitches',
      head: t.text('tasks.assets.column.pitches'),
      width: '132px',
      cell: (asset) => t.text('tasks.assets.pitches', { count: asset.pitchCount, won: asset.wonCount }),
    },
    ...(mayWrite
      ? [
          {
            key: 'acts',
            head: '',
            width: '44px',
            cell: (asset: Asset) => (
              <ActionIcon
                variant="subtle"
                aria-label={t.text(
                  asset.archivedAt === null ? 'tasks.assets.archive' : 'tasks.assets.restore',
                  {
                    title: asset.title,
                  },
                )}
                onClick={() => onShelve(asset)}
              >
                {asset.archivedAt === null ? (
                  <IconArchive size={16} stroke={1.75} aria-hidden />
                ) : (
                  <IconArchiveOff size={16} stroke={1.75} aria-hidden />
                )}
              </ActionIcon>
            ),
          },
        ]
      : []),
  ];
}
