import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { dayInWords } from '../../../i18n/times.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Panel } from '../../../ui/page.js';
import layout from '../../../ui/record-page.module.css';
import { StateBadge } from '../../../ui/state-badge.js';
import type { PitchDetail, PitchPlacement } from './pitch-api.js';

interface Props {
  readonly pitch: PitchDetail;
  readonly onWin: () => void;
}

/** The links that were agreed, each with its state as a check saw it. */
export function PlacementsPanel({ pitch, onWin }: Props) {
  const t = useMessages();
  const mayWrite = useMay('write') && pitch.archivedAt === null;
  const { placements } = pitch;
  return (
    <Panel
      title={t.text('campaigns.pitch.placements')}
      flush
      aside={
        mayWrite &&
        placements.length > 0 && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
            onClick={onWin}
          >
            {t.text('campaigns.pitch.oneMore')}
          </Button>
        )
      }
    >
      {placements.length === 0 && <p className={layout['hint']}>{t.text('campaigns.pitch.noPlacement')}</p>}
      {placements.length > 0 && (
        <Rows label={t.text('campaigns.pitch.placements')}>
          {placements.map((placement) => (
            <PlacementRow key={placement.id} placement={placement} />
          ))}
        </Rows>
      )}
    </Panel>
  );
}

function PlacementRow({ placement }: { readonly placement: PitchPlacement }) {
  const t = useMessages();
  const { id, state, rechecking, overdue, sourceUrl, sourceHost, targetUrl, type, compensation, dueOn } =
    placement;
  const note = [
    t.text(`words.type.${type}`),
    ...(compensation === 'none' ? [] : [t.text(`words.compensation.${compensation}`)]),
    ...(dueOn ? [t.text('campaigns.pitch.dueOn', { day: dayInWords(dueOn, t) })] : []),
  ].join(' · ');
  return (
    <ListRow
      title={
        <Link to="/placements/$id" params={{ id }}>
          {sourceUrl ?? sourceHost}
        </Link>
      }
      note={
        <>
          <div>{targetUrl}</div>
          <div>{note}</div>
        </>
      }
    >
      <StateBadge state={state} rechecking={rechecking} overdue={overdue} />
    </ListRow>
  );
}
