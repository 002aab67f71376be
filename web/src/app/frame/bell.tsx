import { ActionIcon, Button, Popover, ScrollArea, Skeleton, Stack } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, query } from '../../api/client.js';
import type { Notification } from '../../api/views.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { RelativeTime } from '../../ui/relative-time.js';
import classes from './bell.module.css';
import frame from './frame.module.css';
import { subjectAddress } from './subject-address.js';

const bellQuery = query.queryOptions('get', '/api/v1/notifications', { params: { query: { limit: 30 } } });

/** News for me, with the count of unread ones; refreshed by the server's stream. */
export function Bell() {
  const t = useMessages();
  const [opened, setOpened] = useState(false);
  const queries = useQueryClient();
  const { data, isPending } = useQuery(bellQuery);
  const unread = data?.unread ?? 0;
  const markRead = useMutation({
    mutationFn: (body: { ids?: string[]; all?: boolean }) => api.POST('/api/v1/notifications/read', { body }),
    onSettled: () => queries.invalidateQueries({ queryKey: bellQuery.queryKey }),
  });
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={380} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          size={32}
          className={unread > 0 ? (frame['unread'] ?? '') : ''}
          aria-label={t.text('app.bell.label', { count: unread })}
          onClick={() => setOpened(!opened)}
        >
          <IconBell size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t.text('app.bell.title')}>
        <div className={classes['head']}>
          <h2>{t.text('app.bell.title')}</h2>
          {unread > 0 && (
            <Button size="compact-sm" variant="subtle" onClick={() => markRead.mutate({ all: true })}>
              {t.text('app.bell.readAll')}
            </Button>
          )}
        </div>
        <ScrollArea.Autosize mah={420} viewportProps={{ tabIndex: 0 }}>
          {isPending && (
            <Stack p="md">
              <Skeleton h={14} />
              <Skeleton h={14} w="70%" />
            </Stack>
          )}
          {data?.items.length === 0 && <p className={classes['empty']}>{t.text('app.bell.empty')}</p>}
          <ul className={classes['list']}>
            {data?.items.map((item) => (
              <NewsItem
                key={item.id}
                item={item}
                onOpen={() => {
                  if (!item.readAt) markRead.mutate({ ids: [item.id] });
                  setOpened(false);
                }}
              />
            ))}
          </ul>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}

function NewsItem({ item, onOpen }: { readonly item: Notification; readonly onOpen: () => void }) {
  const t = useMessages();
  const navigate = useNavigate();
  const open = () => {
    onOpen();
    const to = subjectAddress(item.subjectKind, item.subjectId);
    if (to) void navigate({ to });
  };
  return (
    <li>
      <button
        type="button"
        className={classes['item']}
        data-unread={!item.readAt || undefined}
        onClick={open}
      >
        <span>
          {!item.readAt && <span className="only-read">{t.text('app.bell.unread')}</span>}
          {item.text}
        </span>
        <small>
          <RelativeTime at={item.createdAt} />
        </small>
      </button>
    </li>
  );
}
