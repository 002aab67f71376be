import { Button, Skeleton } from '@mantine/core';
import { IconArchive, IconPencil, IconRestore } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useKeys } from '../../../app/keys/keys-provider.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { EndPartnership } from '../../../ui/end-partnership.js';
import { LinksSummary } from '../../../ui/links-summary.js';
import { OwnFieldsPanel } from '../../../ui/own-fields-panel.js';
import { Facts, Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import layout from '../../../ui/record-page.module.css';
import { RecordTimeline } from '../../../ui/record-timeline.js';
import { countryName } from '../../../ui/regions.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { toastProblem, toastWithUndo } from '../../../ui/undo-toast.js';
import { PublisherDialog } from '../new/publisher-dialog.js';
import type { PublisherDetail } from '../publisher-views.js';
import { publisherActs, publisherDetail, refreshPublishers } from '../publishers-api.js';
import { ConditionsPanel } from './conditions-panel.js';
import { ContactsPanel } from './contacts-panel.js';
import { SitesPanel } from './sites-panel.js';

const route = getRouteApi('/frame/publishers/$id');

/** A publisher: its sites over time, its people, what it asks, and what happened with it for any client. */
export function PublisherPage() {
  const t = useMessages();
  const { id } = route.useParams();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(publisherDetail(id));
  useKeys([
    { keys: 'Escape', label: t.text('app.keys.backToList'), run: () => void navigate({ to: '/publishers' }) },
  ]);
  return (
    <Page>
      <PageHeader
        title={data?.name ?? t.text('publishers.one')}
        parent={<Link to="/publishers">{t.text('publishers.title')}</Link>}
      />
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data ? <Body key={data.id} publisher={data} /> : !error && <Skeleton height={280} radius="lg" />}
    </Page>
  );
}

function Body({ publisher }: { readonly publisher: PublisherDetail }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  return (
    <>
      <div className={layout['top']}>
        <div className={layout['lead']}>
          <span className={layout['tag']}>{t.text(`publishers.kinds.${publisher.kind}`)}</span>
          {publisher.archivedAt && <span className={layout['tag']}>{t.text('publishers.archived')}</span>}
          <span>
            {t.text('publishers.inFigures', {
              sites: publisher.sites.filter(({ isFormer }) => !isFormer).length,
              contacts: publisher.contactCount,
              live: publisher.livePlacementCount,
            })}
          </span>
        </div>
        {mayWrite && <Acts publisher={publisher} />}
      </div>
      <div className={layout['columns']}>
        <div className={layout['main']}>
          <SitesPanel publisher={publisher} />
          <ConditionsPanel publisher={publisher} />
          <RecordTimeline
            kind="publisher"
            id={publisher.id}
            notesOn={{ kind: 'publisher', id: publisher.id }}
            showClients
          />
        </div>
        <div className={layout['aside']}>
          <FactsPanel publisher={publisher} />
          <ContactsPanel publisher={publisher} />
          <LinksSummary of={{ publisherId: publisher.id }} />
          <OwnFieldsPanel kind="publisher" id={publisher.id} />
        </div>
      </div>
    </>
  );
}

function Acts({ publisher }: { readonly publisher: PublisherDetail }) {
  const t = useMessages();
  const queries = useQueryClient();
  const [isEditing, setEditing] = useState(false);
  const refresh = () => refreshPublishers(queries);
  const restore = () => publisherActs.restore(publisher.id).finally(refresh);
  const archive = async () => {
    try {
      await publisherActs.archive(publisher.id);
      toastWithUndo(t, t.text('publishers.archivedNow', { name: publisher.name }), restore);
    } catch (error) {
      toastProblem(t, error);
    }
    await refresh();
  };
  return (
    <div className={layout['acts']}>
      <EndPartnership kind="publisher" id={publisher.id} name={publisher.name} />
      <Button
        variant="default"
        leftSection={<IconPencil size={16} stroke={1.75} aria-hidden />}
        onClick={() => setEditing(true)}
      >
        {t.text('publishers.edit')}
      </Button>
      {publisher.archivedAt ? (
        <Button
          variant="default"
          leftSection={<IconRestore size={16} stroke={1.75} aria-hidden />}
          onClick={() => void restore().catch((error: unknown) => toastProblem(t, error))}
        >
          {t.text('publishers.restore')}
        </Button>
      ) : (
        <Button
          variant="default"
          leftSection={<IconArchive size={16} stroke={1.75} aria-hidden />}
          onClick={() => void archive()}
        >
          {t.text('publishers.archive')}
        </Button>
      )}
      {isEditing && <PublisherDialog publisher={publisher} onClose={() => setEditing(false)} />}
    </div>
  );
}

function FactsPanel({ publisher }: { readonly publisher: PublisherDetail }) {
  const t = useMessages();
  const { homeUrl, country, notes } = publisher;
  const home = homeUrl && (
    <a href={homeUrl} target="_blank" rel="noopener noreferrer nofollow">
      {homeUrl}
    </a>
  );
  const rows = [
    { name: t.text('publishers.homeUrl'), value: home ?? '—' },
    { name: t.text('publishers.country'), value: country ? countryName(country, t) : '—' },
    { name: t.text('publishers.column.added'), value: <RelativeTime at={publisher.createdAt} /> },
    ...(notes
      ? [{ name: t.text('publishers.notes'), value: <p className={layout['notes']}>{notes}</p> }]
      : []),
  ];
  return (
    <Panel title={t.text('publishers.about')}>
      <Facts rows={rows} />
    </Panel>
  );
}
