import { Button } from '@mantine/core';
import { IconArchive, IconFlagOff, IconPlayerPause } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { dayInWords } from '../../../i18n/times.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import layout from '../../../ui/record-page.module.css';
import { RelativeTime } from '../../../ui/relative-time.js';
import type { CampaignKind } from '../campaign-views.js';
import { mayAgree, type NextMove, nextMove } from './next-move.js';
import classes from './pitch.module.css';
import type { PitchDetail, PitchStep } from './pitch-api.js';
import { StageStepper } from './stage-stepper.js';
import type { PitchActing } from './use-pitch-act.js';

/** What the buttons of the head ask for. */
export interface HeadActs {
  readonly onMove: (step: Pick<PitchStep, 'stage' | 'name'>) => void;
  readonly onOpen: (dialog: 'won' | 'lose' | 'pause') => void;
  readonly onResume: () => void;
  readonly onReopen: () => void;
  readonly onShelve: () => void;
}

interface Props extends HeadActs {
  readonly pitch: PitchDetail;
  readonly kind: CampaignKind | undefined;
  readonly acting: PitchActing;
}

/** What the pitch is, where it stands, and the one thing to do next; what was refused is said here. */
export function HeadCard({ pitch, kind, acting, ...acts }: Props) {
  const t = useMessages();
  const mayWrite = useMay('write');
  return (
    <section className={classes['head']} aria-label={t.text('campaigns.pitch.where')}>
      <div className={classes['headRow']}>
        <div className={classes['about']}>
          <span className={classes['name']}>{pitch.displayHost ?? pitch.label}</span>
          {pitch.displayHost && pitch.label && <span>{pitch.label}</span>}
          <span className={layout['tag']} data-tone={toneOf(pitch)}>
            {pitch.outcome
              ? t.text(`campaigns.end.${pitch.outcome}`)
              : t.text(`campaigns.pitchStatus.${pitch.status}`)}
          </span>
          <span>{t.text('campaigns.pitch.days', { count: pitch.daysInStage })}</span>
          {pitch.isStuck && <span className={classes['late']}>{t.text('campaigns.pitch.stuck')}</span>}
        </div>
        {mayWrite && <Acts pitch={pitch} {...acts} />}
      </div>
      <StageStepper pitch={pitch} mayMove={mayWrite && pitch.archivedAt === null} onMove={acts.onMove} />
      <Next pitch={pitch} kind={kind} isBusy={acting.isBusy} mayWrite={mayWrite} {...acts} />
      <ProblemAlert error={acting.problem} />
    </section>
  );
}

function toneOf({ outcome }: PitchDetail): string | undefined {
  if (outcome === null) return undefined;
  return outcome === 'won' ? 'live' : 'removed';
}

function Acts({ pitch, onOpen, onShelve }: HeadActs & { readonly pitch: PitchDetail }) {
  const t = useMessages();
  if (pitch.archivedAt !== null) return null;
  const isOpen = pitch.status !== 'closed';
  return (
    <div className={classes['acts']}>
      {isOpen && pitch.status !== 'paused' && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlayerPause size={16} stroke={1.75} aria-hidden />}
          onClick={() => onOpen('pause')}
        >
          {t.text('campaigns.pitch.pause')}
        </Button>
      )}
      {isOpen && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconFlagOff size={16} stroke={1.75} aria-hidden />}
          onClick={() => onOpen('lose')}
        >
          {t.text('campaigns.pitch.lose')}
        </Button>
      )}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconArchive size={16} stroke={1.75} aria-hidden />}
        onClick={onShelve}
      >
        {t.text('campaigns.pitch.archive')}
      </Button>
    </div>
  );
}

interface NextProps extends HeadActs {
  readonly pitch: PitchDetail;
  readonly kind: CampaignKind | undefined;
  readonly isBusy: boolean;
  readonly mayWrite: boolean;
}

function Next({ pitch, kind, isBusy, mayWrite, ...acts }: NextProps) {
  const t = useMessages();
  const next = nextMove(pitch, kind);
  return (
    <div className={classes['next']}>
      <div className={classes['nextSays']}>
        <span className={classes['nextLabel']}>{t.text('campaigns.pitch.next')}</span>
        <Says pitch={pitch} />
      </div>
      {mayWrite && next?.kind !== 'win' && mayAgree(pitch, kind) && (
        <Button variant="default" onClick={() => acts.onOpen('won')}>
          {t.text('campaigns.pitch.win')}
        </Button>
      )}
      {mayWrite && next && (
        <Button loading={isBusy} onClick={() => run(next, acts)}>
          {next.kind === 'move'
            ? t.text('campaigns.pitch.moveTo', { stage: next.name })
            : t.text(`campaigns.pitch.${next.kind}`)}
        </Button>
      )}
    </div>
  );
}

function Says({ pitch }: { readonly pitch: PitchDetail }) {
  const t = useMessages();
  if (pitch.status === 'paused')
    return pitch.pausedUntil
      ? t.text('campaigns.pitch.pausedUntil', { day: dayInWords(pitch.pausedUntil, t) })
      : t.text('campaigns.pitch.pausedOpen');
  if (pitch.outcome === 'lost')
    return [pitch.lossReasonName, pitch.lossNote].filter((one) => one !== null && one !== '').join(' · ');
  const step = pitch.steps.find(({ stage }) => stage === pitch.stage);
  const words = pitch.nextStep || step?.nextStep || '';
  return (
    <>
      {words}
      {pitch.nextStepOn && (
        <span className={pitch.isOverdue ? classes['late'] : classes['empty']}>
          {' · '}
          {t.text(pitch.isOverdue ? 'campaigns.pitch.wasDue' : 'campaigns.pitch.dueOn', {
            day: dayInWords(pitch.nextStepOn, t),
          })}
        </span>
      )}
      {pitch.outcome === 'won' && pitch.placements[0] && (
        <>
          {' · '}
          <Link to="/placements/$id" params={{ id: pitch.placements[0].id }}>
            {t.text('campaigns.pitch.openPlacement')}
          </Link>
        </>
      )}
      {pitch.closedAt && (
        <>
          {' · '}
          <RelativeTime at={pitch.closedAt} />
        </>
      )}
    </>
  );
}

function run(next: NonNullable<NextMove>, acts: HeadActs): void {
  if (next.kind === 'move') acts.onMove({ stage: next.to, name: next.name });
  else if (next.kind === 'win') acts.onOpen('won');
  else if (next.kind === 'resume') acts.onResume();
  else if (next.kind === 'reopen') acts.onReopen();
  else acts.onShelve();
}
