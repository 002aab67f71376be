import { Button, Skeleton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PlacementDetail } from '../../../api/placement-views.js';
import { useKeys } from '../../../app/keys/keys-provider.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { PeekFrame } from '../../../ui/list-page.js';
import { Facts } from '../../../ui/page.js';
import { PersonMark } from '../../../ui/person-mark.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { StateBadge } from '../../../ui/state-badge.js';
import { VerdictStrip } from '../../../ui/verdict-strip.js';
import { CheckButton } from '../acts/check-button.js';
import { AddressLink } from '../page/address-link.js';
import { AnswerChips } from '../page/answer-chips.js';
import { placementDetail } from '../placements-api.js';
import classes from './placements.module.css';
import { SeenChips, TermsChips, TypeWords } from './row-cells.js';

interface Props {
  readonly id: string;
  readonly onClose: () => void;
}

/** A placement beside the list: enough to judge it, one key away from its page. */
export function PeekPanel({ id, onClose }: Props) {
  const t = useMessages();
  const { data, error, refetch } = useQuery(placementDetail(id));
  useKeys([{ keys: 'Escape', label: t.text('placements.keys.closePeek'), run: onClose }]);
  return (
    <PeekFrame
      label={t.text('placements.peek.label')}
      onClose={onClose}
      lead={
        <Button
          variant="default"
          rightSection={<IconArrowRight size={16} stroke={1.75} aria-hidden />}
          renderRoot={(props) => <Link to="/placements/$id" params={{ id }} {...props} />}
          autoFocus
        >
          {t.text('placements.peek.open')}
        </Button>
      }
    >
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data ? <PeekBody placement={data} /> : !error && <Skeleton height={240} />}
    </PeekFrame>
  );
}

function PeekBody({ placement }: { readonly placement: PlacementDetail }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const rows = [
    {
      name: t.text('placements.column.source'),
      value: <AddressLink url={placement.sourceUrl} host={placement.sourceHost} />,
    },
    { name: t.text('placements.column.target'), value: <AddressLink url={placement.targetUrl} /> },
    { name: t.text('placements.column.type'), value: <TypeWords row={placement} /> },
    { name: t.text('placements.column.terms'), value: <TermsChips row={placement} /> },
    { name: t.text('placements.column.seen'), value: <SeenChips row={placement} /> },
    { name: t.text('placements.column.checks'), value: <VerdictStrip verdicts={placement.lastVerdicts} /> },
    { name: t.text('placements.column.checked'), value: <RelativeTime at={placement.checkedAt} /> },
    { name: t.text('placements.column.next'), value: <RelativeTime at={placement.nextCheckAt} /> },
    { name: t.text('placements.column.owner'), value: <PersonMark name={placement.ownerName} /> },
  ];
  return (
    <>
      <div>
        <StateBadge state={placement.state} overdue={placement.overdue} rechecking={placement.rechecking} />
      </div>
      <h2 className={classes['peekSentence']}>{placement.sentence.text}</h2>
      <AnswerChips placement={placement} />
      <Facts rows={rows} />
      {mayWrite && placement.sourceUrl !== null && <CheckButton placement={placement} />}
    </>
  );
}
