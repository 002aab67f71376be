import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useKeys } from '../app/keys/keys-provider.js';
import { useMay } from '../app/session/session.js';
import { useMessages } from '../i18n/messages-provider.js';
import { type EnrollmentDetail, enrollmentActs, enrollmentDetail, enrollmentList } from './enrollment-api.js';
import { EditMailDialog, MoveDialog, PauseEnrollmentDialog } from './enrollment-dialogs.js';
import { EnrollmentSteps } from './enrollment-steps.js';
import { Panel } from './page.js';
import { ProblemAlert } from './problem-alert.js';
import { useEnrollmentAct } from './use-enrollment-act.js';

/** The sequence of a pitch: what went, what goes when, why it stands still, and what can be done about it. */
export function EnrollmentPanel({ pitchId, isOpen }: { readonly pitchId: string; readonly isOpen: boolean }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const navigate = useNavigate();
  const list = useQuery(enrollmentList({ pitchId, limit: 20 }));
  const rows = list.data?.items ?? [];
  const isUnderWay = rows.some(({ state }) => state !== 'finished' && state !== 'stopped');
  const mayEnroll = mayWrite && isOpen && !isUnderWay;
  const toEnroll = () => void navigate({ to: '/sequences/enrol', search: { pitches: pitchId } });
  useKeys(mayEnroll ? [{ keys: 'f', label: t.text('sequences.enroll'), run: toEnroll }] : []);
  const enroll = mayEnroll && (
    <Button
      variant="default"
      size="compact-sm"
      renderRoot={(props) => <Link to="/sequences/enrol" search={{ pitches: pitchId }} {...props} />}
    >
      {t.text('sequences.enroll')}
    </Button>
  );
  return (
    <Panel title={t.text('sequences.panel')} aside={enroll}>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.data && rows.length === 0 && <Text c="dimmed">{t.text('sequences.panelNone')}</Text>}
      <Stack gap="lg">
        {rows.map(({ id }) => (
          <Enrollment key={id} id={id} mayWrite={mayWrite} />
        ))}
      </Stack>
    </Panel>
  );
}

function Enrollment({ id, mayWrite }: { readonly id: string; readonly mayWrite: boolean }) {
  const t = useMessages();
  const { data } = useQuery(enrollmentDetail(id));
  const { act, isBusy, problem } = useEnrollmentAct();
  const [edited, setEdited] = useState<number | null>(null);
  const [dialog, setDialog] = useState<'pause' | 'move' | null>(null);
  useEnrollmentKeys(mayWrite ? data : undefined, {
    pause: () => setDialog('pause'),
    resume: () => void act(() => enrollmentActs.resume(id)),
  });
  if (!data) return null;
  const isOver = data.state === 'finished' || data.state === 'stopped';
  const step = data.steps.find(({ stepNo }) => stepNo === edited);
  return (
    <section aria-label={data.sequenceName}>
      <Group justify="space-between" gap="xs">
        <Link to="/sequences/$id" params={{ id: data.sequenceId }}>
          {data.sequenceName}
        </Link>
        <EnrollmentState enrollment={data} />
      </Group>
      <Text size="sm" c="dimmed">
        {t.text('sequences.to', { name: data.contactName })} · {data.mailboxAddress} ·{' '}
        {t.text('sequences.versionNo', { no: data.versionNo })}
      </Text>
      <EnrollmentSteps
        enrollment={data}
        mayWrite={mayWrite && !isOver}
        onEdit={setEdited}
        onSkip={(stepNo) => void act(() => enrollmentActs.skip(id, stepNo))}
      />
      <ProblemAlert error={problem} />
      {mayWrite && !isOver && (
        <EnrollmentButtons
          enrollment={data}
          isBusy={isBusy}
          onAct={(call) => void act(call)}
          onDialog={setDialog}
        />
      )}
      {step && <EditMailDialog enrollmentId={id} step={step} onClose={() => setEdited(null)} />}
      {dialog === 'pause' && <PauseEnrollmentDialog id={id} onClose={() => setDialog(null)} />}
      {dialog === 'move' && <MoveDialog id={id} onClose={() => setDialog(null)} />}
    </section>
  );
}

/** One key holds a sequence up, and lets it go on. */
function useEnrollmentKeys(
  data: EnrollmentDetail | undefined,
  { pause, resume }: { readonly pause: () => void; readonly resume: () => void },
): void {
  const t = useMessages();
  useKeys([
    ...(data?.state === 'running' ? [{ keys: 'h', label: t.text('sequences.pauseTitle'), run: pause }] : []),
    ...(data?.state === 'paused' ? [{ keys: 'h', label: t.text('sequences.resumeKey'), run: resume }] : []),
  ]);
}

/** Where an enrolment stands, and why. */
export function EnrollmentState({
  enrollment,
}: {
  readonly enrollment: Pick<EnrollmentDetail, 'state' | 'code' | 'pausedUntil' | 'returnsOn'>;
}) {
  const t = useMessages();
  const { state, code, pausedUntil, returnsOn } = enrollment;
  const key = `sequences.reason.${code ?? ''}`;
  const day = pausedUntil ?? returnsOn;
  return (
    <Group gap={6}>
      <Badge variant="light" color={COLORS[state]}>
        {t.text(`sequences.state.${state}`)}
      </Badge>
      {(t.has(key) || day) && (
        <Text size="sm" component="span">
          {t.has(key) && t.text(key)} {day && t.text('sequences.pausedUntil', { day })}
        </Text>
      )}
    </Group>
  );
}

const COLORS = {
  awaiting_approval: 'differs',
  running: 'live',
  paused: 'differs',
  finished: 'down',
  stopped: 'down',
} as const;

interface ButtonsProps {
  readonly enrollment: EnrollmentDetail;
  readonly isBusy: boolean;
  readonly onAct: (call: () => Promise<unknown>) => void;
  readonly onDialog: (which: 'pause' | 'move') => void;
}

function EnrollmentButtons({ enrollment, isBusy, onAct, onDialog }: ButtonsProps) {
  const t = useMessages();
  const mayManage = useMay('manage');
  const { id, state, versionNo, currentVersionNo } = enrollment;
  const button = (word: string, onClick: () => void) => (
    <Button variant="default" size="compact-sm" disabled={isBusy} onClick={onClick}>
      {word}
    </Button>
  );
  return (
    <Group gap="xs" mt="xs">
      {state === 'awaiting_approval' && mayManage && (
        <>
          {button(t.text('sequences.approve'), () => onAct(() => enrollmentActs.approve(id)))}
          {button(t.text('sequences.refuse'), () => onAct(() => enrollmentActs.refuse(id)))}
        </>
      )}
      {state === 'running' && button(t.text('sequences.pause'), () => onDialog('pause'))}
      {state === 'paused' && button(t.text('sequences.resume'), () => onAct(() => enrollmentActs.resume(id)))}
      {versionNo < currentVersionNo &&
        button(t.text('sequences.move', { no: currentVersionNo }), () => onDialog('move'))}
      {button(t.text('sequences.stop'), () => onAct(() => enrollmentActs.stop(id)))}
    </Group>
  );
}
