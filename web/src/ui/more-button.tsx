import { Button, Group } from '@mantine/core';
import { useMessages } from '../i18n/messages-provider.js';

interface Props {
  readonly list: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}

/** Fetches the next page of a list, while there is one. */
export function MoreButton({ list }: Props) {
  const t = useMessages();
  if (!list.hasNextPage) return null;
  return (
    <Group justify="center">
      <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {t.text('app.loadMore')}
      </Button>
    </Group>
  );
}
