import { ActionIcon, Button, Skeleton, Tooltip } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import type { LinkDirection, RelationshipDetail } from '../relationship-views.js';
import classes from '../relationships.module.css';
import { relationshipLinks } from '../relationships-api.js';
import { LinkCard } from './link-card.js';
import { LinkDialog } from './link-dialog.js';
import { NoLinks } from './no-links.js';
import { ToldList } from './told-list.js';

interface Props {
  readonly relationship: RelationshipDetail;
  readonly direction: LinkDirection;
}

/** The links of one direction, and a way to write one down. */
export function LinksColumn({ relationship, direction }: Props) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const [isAdding, setAdding] = useState(false);
  const list = useInfiniteQuery(relationshipLinks(relationship.id, direction));
  const links = list.data?.pages.flatMap((page) => page.items) ?? [];
  const isTold = direction === 'to_us' && relationship.toldBy.length > 0;
  const first = list.data?.pages[0];
  const name = t.text(direction === 'to_us' ? 'relationships.theyToUs' : 'relationships.weToThem');
  const verb = t.text(direction === 'to_us' ? 'relationships.link.addTheirs' : 'relationships.link.addOurs');
  return (
    <Panel
      title={
        <>
          {name}
          {first && (
            <span className={classes['count']}>{countInWords(first.total, first.totalIsExact, t)}</span>
          )}
        </>
      }
      flush
      aside={
        mayWrite && (
          <Tooltip label={verb}>
            <ActionIcon aria-label={verb} onClick={() => setAdding(true)}>
              <IconPlus size={16} stroke={1.75} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )
      }
    >
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton height={64} m="md" w="auto" />}
      {isTold && <ToldList relationship={relationship} />}
      {first && links.length === 0 && !isTold && (
        <NoLinks relationship={relationship} direction={direction} />
      )}
      {links.length > 0 && (
        <ul className={classes['links']} aria-label={name}>
          {links.map((link) => (
            <LinkCard key={link.id} link={link} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button
          variant="default"
          m="sm"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t.text('app.loadMore')}
        </Button>
      )}
      {isAdding && (
        <LinkDialog relationship={relationship} direction={direction} onClose={() => setAdding(false)} />
      )}
    </Panel>
  );
}
