import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProspectDetail, TouchView } from '../../../api/prospect-views.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { touchSentence } from '../../../ui/conflict-words.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import classes from '../prospects.module.css';
import { siteTouches } from '../site-api.js';
import { useProspectActs } from './prospect-acts.js';
import { TouchDialog } from './touch-dialog.js';

/** How many touches are shown at first; older ones stand on the timeline too. */
const SHOWN = 5;

/** Who of the team was in touch with the site, for whom, with what result; also what was written down by hand. */
export function TouchesCard({ prospect }: { readonly prospect: ProspectDetail }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const list = useQuery(siteTouches(prospect.siteId));
  const [isAdding, setAdding] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const touches = list.data?.items ?? [];
  const shown = isWhole ? touches : touches.slice(0, SHOWN);
  return (
    <Panel
      title={t.text('prospects.touches.title')}
      flush
      aside={
        mayWrite && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t.text('prospects.touch.add')}
          </Button>
        )
      }
    >
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.data && touches.length === 0 && (
        <p className={classes['hint']}>{t.text('prospects.touches.none')}</p>
      )}
      {shown.length > 0 && (
        <ul className={classes['list']}>
          {shown.map((touch) => (
            <Touch key={touch.id} touch={touch} prospect={prospect} />
          ))}
        </ul>
      )}
      {shown.length < touches.length && (
        <Button variant="subtle" m={8} onClick={() => setWhole(true)}>
          {t.text('prospects.touches.all', { count: touches.length })}
        </Button>
      )}
      {isAdding && <TouchDialog prospect={prospect} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function Touch({ touch, prospect }: { readonly touch: TouchView; readonly prospect: ProspectDetail }) {
  const t = useMessages();
  const acts = useProspectActs(prospect);
  const mayWrite = useMay('write');
  const label = t.text('prospects.touch.remove');
  return (
    <li>
      <div className={classes['lineTop']}>
        <span>{touchSentence({ ...touch, counts: true }, t)}</span>
        <span className={classes['person']}>
          <span className={classes['quiet']}>
            <RelativeTime at={touch.at} />
          </span>
          {mayWrite && !touch.isHidden && touch.kind !== 'placement' && (
            <ActionIcon size={24} aria-label={label} onClick={() => void acts.removeTouch(touch.id)}>
              <IconTrash size={14} stroke={1.75} aria-hidden />
            </ActionIcon>
          )}
        </span>
      </div>
      {touch.contactName !== null && <div className={classes['quiet']}>{touch.contactName}</div>}
      {touch.note !== '' && <p className={classes['evidence']}>{touch.note}</p>}
    </li>
  );
}
