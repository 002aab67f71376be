import { Button, Skeleton } from '@mantine/core';
import { IconArrowRight, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProspectDetail } from '../../../api/prospect-views.js';
import { useKeys } from '../../../app/keys/keys-provider.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countryName, languageName } from '../../../i18n/places.js';
import { ConflictBanner } from '../../../ui/conflict-banner.js';
import { PeekFrame } from '../../../ui/list-page.js';
import { metricFigure, metricTitle } from '../../../ui/metric-words.js';
import { Facts } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { EditDrawer } from '../edit/edit-drawer.js';
import classes from '../prospects.module.css';
import { ownFieldList, prospectDetail } from '../prospects-api.js';
import { siteMetrics } from '../site-api.js';
import { StatusBadge } from '../status-badge.js';
import { FitCell, OwnerCell, OwnValue, SiteMarks, TagsCell } from './cells.js';

/** So many figures are shown at a glance; the others stand on the page. */
const FIGURES = 6;

interface Props {
  readonly id: string;
  readonly onClose: () => void;
}

/** A prospect beside the list: enough to judge it, one key away from its page. */
export function PeekPanel({ id, onClose }: Props) {
  const t = useMessages();
  const { data, error, refetch } = useQuery(prospectDetail(id));
  useKeys([{ keys: 'Escape', label: t.text('prospects.keys.closePeek'), run: onClose }]);
  return (
    <PeekFrame
      label={t.text('prospects.peek')}
      onClose={onClose}
      lead={
        <Button
          variant="default"
          rightSection={<IconArrowRight size={16} stroke={1.75} aria-hidden />}
          renderRoot={(props) => <Link to="/prospects/$id" params={{ id }} {...props} />}
          autoFocus
        >
          {t.text('prospects.open')}
        </Button>
      }
    >
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data ? <PeekBody key={data.id} prospect={data} /> : !error && <Skeleton height={240} />}
    </PeekFrame>
  );
}

function PeekBody({ prospect }: { readonly prospect: ProspectDetail }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const [isEditing, setEditing] = useState(false);
  const fields = useQuery(ownFieldList).data ?? [];
  const metrics = useQuery(siteMetrics(prospect.siteId)).data?.latest ?? [];
  const column = (name: 'fit' | 'owner' | 'tags' | 'topics' | 'language' | 'country' | 'stage') =>
    t.text(`prospects.column.${name}`);
  const rows = [
    { name: column('fit'), value: <FitCell row={prospect} /> },
    { name: column('owner'), value: <OwnerCell row={prospect} /> },
    { name: column('tags'), value: <TagsCell tags={prospect.tags} /> },
    { name: column('topics'), value: <TagsCell tags={prospect.topics} /> },
    {
      name: column('language'),
      value: prospect.language === null ? '—' : languageName(prospect.language, t),
    },
    { name: column('country'), value: prospect.country === null ? '—' : countryName(prospect.country, t) },
    { name: column('stage'), value: t.text(`prospects.stage.${prospect.stage}`) },
    { name: t.text('prospects.column.last_touch'), value: <RelativeTime at={prospect.lastTouchAt} /> },
    ...metrics.slice(0, FIGURES).map((metric) => ({
      name: metricTitle(metric, t),
      value: metricFigure(metric, t),
    })),
    ...fields.map((field) => ({ name: field.name, value: <OwnValue field={field} row={prospect} /> })),
  ];
  return (
    <>
      <h2 className={classes['headTitle']}>
        {prospect.displayHost} <StatusBadge status={prospect.status} /> <SiteMarks row={prospect} />
      </h2>
      <ConflictBanner siteId={prospect.siteId} />
      <Facts rows={rows} />
      {prospect.notes !== '' && <p className={classes['pre']}>{prospect.notes}</p>}
      {mayWrite && (
        <div>
          <Button
            variant="default"
            leftSection={<IconPencil size={16} stroke={1.75} aria-hidden />}
            onClick={() => setEditing(true)}
          >
            {t.text('prospects.act.edit')}
          </Button>
        </div>
      )}
      {isEditing && <EditDrawer row={prospect} notes={prospect.notes} onClose={() => setEditing(false)} />}
    </>
  );
}
