import { ActionIcon, Button, Skeleton, Tooltip } from '@mantine/core';
import { IconNote, IconTrash } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../app/session/session.js';
import { useMessages } from '../i18n/messages-provider.js';
import { ConfirmDialog } from './confirm-dialog.js';
import { NoteDialog } from './note-dialog.js';
import { Panel } from './page.js';
import { ProblemAlert } from './problem-alert.js';
import classes from './record-timeline.module.css';
import {
  type NoteSubject,
  noteActs,
  recordTimeline,
  TIMELINES,
  type TimelineEntry,
  type TimelineKind,
} from './record-timeline-api.js';
import { lookOf } from './record-timeline-look.js';
import { RelativeTime } from './relative-time.js';

interface Props {
  readonly kind: TimelineKind;
  readonly id: string;
  /** Names the client of each event: for records that several clients share. */
  readonly showClients?: boolean;
  /** What a note written here stands on; without it there is no button, because the page has its own. */
  readonly notesOn?: NoteSubject;
}

/** Everything that happened to a record, newest first, with the notes people wrote and a way to add one. */
export function RecordTimeline({ kind, id, showClients = false, notesOn }: Props) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const [isWriting, setWriting] = useState(false);
  const list = useInfiniteQuery(recordTimeline(kind, id));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const addNote = mayWrite && notesOn && (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<IconNote size={16} stroke={1.75} aria-hidden />}
      onClick={() => setWriting(true)}
    >
      {t.text('relationships.timeline.addNote')}
    </Button>
  );
  return (
    <Panel title={t.text('relationships.timeline.title')} aside={addNote || undefined} flush>
      {list.isPending && <Skeleton height={64} m="md" w="auto" />}
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.data && items.length === 0 && (
        <p className={classes['empty']}>{t.text('relationships.timeline.empty')}</p>
      )}
      {items.length > 0 && (
        <ol className={classes['list']}>
          {items.map((entry) => (
            <Entry key={entry.id} entry={entry} showClients={showClients} />
          ))}
        </ol>
      )}
      {list.hasNextPage && (
        <div className={classes['older']}>
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t.text('relationships.timeline.older')}
          </Button>
        </div>
      )}
      {isWriting && notesOn && <NoteDialog on={notesOn} onClose={() => setWriting(false)} />}
    </Panel>
  );
}

interface EntryProps {
  readonly entry: TimelineEntry;
  readonly showClients: boolean;
}

function Entry({ entry, showClients }: EntryProps) {
  const { icon: Icon, tone } = lookOf(entry);
  const about = [entry.actorName, showClients ? entry.clientName : null].filter((one) => one !== null);
  return (
    <li className={classes['event']}>
      <span className={classes['icon']} data-tone={tone}>
        <Icon size={16} stroke={1.75} aria-hidden />
      </span>
      <div className={classes['text']}>
        <div className={classes['says']}>{entry.text}</div>
        {entry.note && <p className={classes['note']}>{entry.note.body}</p>}
        {about.length > 0 && <div className={classes['quiet']}>{about.join(' · ')}</div>}
      </div>
      <span className={classes['when']}>
        <RelativeTime at={entry.at} />
      </span>
      {entry.note?.mayRemove && <RemoveNote id={entry.note.id} />}
    </li>
  );
}

function RemoveNote({ id }: { readonly id: string }) {
  const t = useMessages();
  const label = t.text('relationships.timeline.removeNote');
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const remove = async () => {
    await noteActs.remove(id);
    await queries.invalidateQueries({ queryKey: TIMELINES });
  };
  return (
    <>
      <Tooltip label={label}>
        <ActionIcon onClick={() => setAsking(true)} aria-label={label}>
          <IconTrash size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={label}
        verb={label}
        onConfirm={remove}
      >
        {t.text('relationships.timeline.removeAsks')}
      </ConfirmDialog>
    </>
  );
}
