import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useKeys } from '../../../app/keys/keys-provider.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ConflictBanner } from '../../../ui/conflict-banner.js';
import { EnrollmentPanel } from '../../../ui/enrollment-panel.js';
import { Page } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import layout from '../../../ui/record-page.module.css';
import { RecordTimeline } from '../../../ui/record-timeline.js';
import { TaskPanel } from '../../../ui/task-panel.js';
import type { CampaignKind } from '../campaign-views.js';
import { campaignKinds } from '../campaigns-api.js';
import { ApprovalsPanel } from './approvals-panel.js';
import { ContactsPanel } from './contacts-panel.js';
import { FactsPanel } from './facts-panel.js';
import { FieldsPanel } from './fields-panel.js';
import { HeadCard } from './head-card.js';
import { LoseDialog } from './lose-dialog.js';
import { isAgreement } from './next-move.js';
import { PauseDialog } from './pause-dialog.js';
import { type PitchDetail, type PitchStep, pitchActs, pitchDetail } from './pitch-api.js';
import { PlacementsPanel } from './placements-panel.js';
import { usePitchAct } from './use-pitch-act.js';
import { WinDialog } from './win-dialog.js';

const route = getRouteApi('/frame/pitches/$id');

/** One pitch: its stages with the one next action on top, what happened left, what was agreed and is known right. */
export function PitchPage() {
  const t = useMessages();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(pitchDetail(id));
  const kinds = useQuery(campaignKinds).data;
  return (
    <Page>
      <PageHeader
        title={data?.displayHost ?? data?.label ?? t.text('campaigns.pitch.one')}
        parent={
          data ? (
            <Link to="/campaigns/$id" params={{ id: data.campaignId }}>
              {data.campaignName}
            </Link>
          ) : (
            <Link to="/campaigns">{t.text('campaigns.title')}</Link>
          )
        }
      />
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data && kinds ? (
        <Body key={data.id} pitch={data} kind={kinds.find(({ key }) => key === data.kind)} />
      ) : (
        !error && <Skeleton height={280} radius="lg" />
      )}
    </Page>
  );
}

interface BodyProps {
  readonly pitch: PitchDetail;
  readonly kind: CampaignKind | undefined;
}

function Body({ pitch, kind }: BodyProps) {
  const t = useMessages();
  const navigate = route.useNavigate();
  const mayWrite = useMay('write');
  const { act: dialog } = route.useSearch();
  const acting = usePitchAct(pitch.id);
  const open = (which?: string) => {
    void navigate({ search: which === undefined ? {} : { act: which }, replace: true });
  };
  const move = (step: Pick<PitchStep, 'stage' | 'name'>) => {
    const known = pitch.steps.find(({ stage }) => stage === step.stage);
    if (known && isAgreement(known, kind)) {
      open('won');
      return;
    }
    void acting.act(() => pitchActs.move(pitch.id, step.stage, pitch.revision), {
      says: t.text('campaigns.pitch.moved', { stage: step.name }),
    });
  };
  const shelve = () => {
    if (pitch.archivedAt !== null) {
      void acting.act(() => pitchActs.restore(pitch.id));
      return;
    }
    void acting.act(() => pitchActs.archive(pitch.id), {
      says: t.text('campaigns.pitch.archivedNow'),
      undo: (after) => pitchActs.restore(after.id),
    });
  };
  const isOpen = pitch.status !== 'closed' && pitch.archivedAt === null;
  useKeys([
    {
      keys: 'Escape',
      label: t.text('campaigns.pitch.keys.back'),
      run: () => void navigate({ to: '/campaigns/$id', params: { id: pitch.campaignId } }),
    },
    ...(mayWrite && isOpen
      ? [
          { keys: 'w', label: t.text('campaigns.pitch.win'), run: () => open('won') },
          { keys: 'l', label: t.text('campaigns.pitch.loseTitle'), run: () => open('lose') },
          { keys: 'p', label: t.text('campaigns.pitch.pauseTitle'), run: () => open('pause') },
        ]
      : []),
  ]);
  return (
    <>
      <HeadCard
        pitch={pitch}
        kind={kind}
        acting={acting}
        onMove={move}
        onOpen={open}
        onResume={() => void acting.act(() => pitchActs.resume(pitch.id))}
        onReopen={() => void acting.act(() => pitchActs.reopen(pitch.id))}
        onShelve={shelve}
      />
      {pitch.siteId && isOpen && pitch.firstContactedAt === null && (
        <ConflictBanner siteId={pitch.siteId} clientId={pitch.clientId} />
      )}
      <div className={layout['columns']}>
        <div className={layout['main']}>
          <RecordTimeline kind="pitch" id={pitch.id} notesOn={{ kind: 'pitch', id: pitch.id }} />
        </div>
        <div className={layout['aside']}>
          <EnrollmentPanel pitchId={pitch.id} isOpen={isOpen} />
          <PlacementsPanel pitch={pitch} onWin={() => open('won')} />
          <ApprovalsPanel pitch={pitch} kind={kind} />
          <TaskPanel place={{ pitchId: pitch.id }} />
          <ContactsPanel pitch={pitch} />
          {kind && <FieldsPanel pitch={pitch} kind={kind} />}
          <FactsPanel pitch={pitch} />
        </div>
      </div>
      {mayWrite && kind && dialog === 'won' && <WinDialog pitch={pitch} kind={kind} onClose={() => open()} />}
      {mayWrite && kind && isOpen && dialog === 'lose' && (
        <LoseDialog pitch={pitch} kind={kind} onClose={() => open()} />
      )}
      {mayWrite && isOpen && dialog === 'pause' && <PauseDialog pitch={pitch} onClose={() => open()} />}
    </>
  );
}
