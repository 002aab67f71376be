import { Alert, Button, Group, Skeleton, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { idempotencyKey } from '../../../api/client.js';
import type { Job } from '../../../api/views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { refreshEnrollments } from '../../../ui/enrollment-api.js';
import { JobProgress } from '../../../ui/job-progress.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useBulkJob } from '../../../ui/use-bulk-job.js';
import type { EnrolSearch } from '../sequence-search.js';
import {
  type EnrolCheck,
  enrolCheck,
  enrolPreview,
  type PitchPreview,
  sequenceActs,
} from '../sequences-api.js';
import { CheckChips, narrowing } from './check-chips.js';
import { contactsOf, enrolCount } from './enrol-changes.js';
import { PagesBar } from './pages-bar.js';
import { useEnrolChanges } from './use-enrol-changes.js';

/** Pitches whose mails stand on one page. */
const ON_A_PAGE = 10;

interface Props {
  readonly check: EnrolCheck;
  readonly search: EnrolSearch;
  readonly go: (part: { [Key in keyof EnrolSearch]?: EnrolSearch[Key] | undefined }) => void;
  readonly onAgain: (() => void) | null;
  readonly mayEnroll: boolean;
}

/** What a look at many pitches found: who would be enrolled, who not and why, and the mails of all of them by pages. */
export function CheckedPitches({ check, search, go, onAgain, mayEnroll }: Props) {
  const t = useMessages();
  const { page, cursors, setCursors, items, error, isPending, changes, panel, dialog } = usePage(
    check,
    search,
  );
  const count = enrolCount(check.able, changes);
  const { bulk, end, enroll, isSending, problem } = useEnrolment(check.jobId);
  return (
    <>
      {check.needsApproval && <Alert>{t.text('sequences.willApprove')}</Alert>}
      <CheckChips
        check={check}
        search={search}
        onChange={(part) => {
          setCursors([]);
          go({ show: undefined, code: undefined, ...part });
        }}
      />
      <ProblemAlert error={problem ?? error} />
      {bulk.job && (
        <JobProgress jobId={bulk.job.jobId} label={t.text('sequences.enrollTitle')} onEnd={bulk.ended} />
      )}
      {end && <Ended end={end} sequenceId={check.sequenceId} />}
      {bulk.job === null && (
        <Group>
          {mayEnroll && !end && (
            <Button
              onClick={() =>
                void enroll(count, {
                  exceptPitchIds: [...changes.except],
                  contacts: contactsOf(changes),
                  edits: [...changes.edits],
                })
              }
              loading={isSending}
              disabled={count === 0}
            >
              {t.text('sequences.enrollVerb', { count })}
            </Button>
          )}
          {onAgain && (
            <Button variant="default" onClick={onAgain}>
              {t.text('sequences.check.again')}
            </Button>
          )}
        </Group>
      )}
      <PagesBar page={page} size={ON_A_PAGE} cursors={cursors} setCursors={setCursors} />
      {isPending && <Skeleton height={280} radius="lg" />}
      {items.map((item) => panel(item, !end))}
      {page?.total === 0 && <Text c="dimmed">{t.text('sequences.check.noneFits')}</Text>}
      {items.length > 3 && (
        <PagesBar page={page} size={ON_A_PAGE} cursors={cursors} setCursors={setCursors} />
      )}
      {dialog(items)}
    </>
  );
}

/** One page of the check with the mails of its pitches, and what was changed on any page. */
function usePage(check: EnrolCheck, search: EnrolSearch) {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const cursor = cursors.at(-1);
  const rows = useQuery(
    enrolCheck(check.jobId, { limit: ON_A_PAGE, ...narrowing(search), ...(cursor ? { cursor } : {}) }),
  );
  const { changes, panel, dialog } = useEnrolChanges();
  const page = rows.data;
  const pitchIds = page?.items.map(({ pitchId }) => pitchId) ?? [];
  const { sequenceId, mailboxId, startOn } = check;
  const preview = useQuery(
    enrolPreview(
      pitchIds.length === 0
        ? null
        : {
            sequenceId,
            mailboxId,
            ...(startOn === null ? {} : { startOn }),
            pitchIds,
            contacts: contactsOf(changes).filter(({ pitchId }) => pitchIds.includes(pitchId)),
            ahead: page?.items[0]?.ahead ?? 0,
          },
    ),
  );
  const items = inOrder(preview.data?.items ?? [], pitchIds);
  const isPending = rows.isPending || (pitchIds.length > 0 && items.length === 0 && !preview.error);
  const error = rows.error ?? preview.error;
  return { page, cursors, setCursors, items, error, isPending, changes, panel, dialog };
}

/** The previews in the order of the check; those of another page are not among them. */
function inOrder(items: readonly PitchPreview[], pitchIds: readonly string[]): readonly PitchPreview[] {
  const byId = new Map(items.map((item) => [item.pitchId, item]));
  return pitchIds.flatMap((id) => byId.get(id) ?? []);
}

/** Enrols what the check found able, follows the job, and keeps how it ended until it is taken back. */
function useEnrolment(checkId: string) {
  const t = useMessages();
  const queries = useQueryClient();
  const [end, setEnd] = useState<Job | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const { job, ended, follow } = useBulkJob<'enroll'>(
    () => refreshEnrollments(queries),
    (_, count) => t.text('sequences.enrolledNow', { count: Number(count) }),
  );
  const enroll = async (size: number, body: Parameters<typeof sequenceActs.enrollChecked>[1]) => {
    setSending(true);
    setProblem(null);
    try {
      const { jobId } = await sequenceActs.enrollChecked(checkId, body, idempotencyKey());
      follow({ jobId, action: 'enroll', size });
    } catch (error) {
      setProblem(error);
    } finally {
      setSending(false);
    }
  };
  const onEnd = (now: Job) => {
    setEnd(job?.action === 'undo' ? null : now);
    ended(now);
  };
  // A job of which some failed stays on the card elsewhere; here its figures stand in the page.
  const running = end === null ? job : job?.action === 'undo' ? job : null;
  return { bulk: { job: running, ended: onEnd }, end, enroll, isSending, problem };
}

function Ended({ end, sequenceId }: { readonly end: Job; readonly sequenceId: string }) {
  const t = useMessages();
  return (
    <Alert color={end.failed > 0 ? 'differs' : 'accent'}>
      {t.text('sequences.enrolledNow', { count: end.finished - end.failed })}
      {end.failed > 0 && ` · ${t.text('sequences.check.refusedSince', { count: end.failed })}`}{' '}
      <Link to="/sequences/$id" params={{ id: sequenceId }}>
        {t.text('sequences.check.toSequence')}
      </Link>{' '}
      <Link to="/outbox">{t.text('sequences.check.toOutbox')}</Link>
    </Alert>
  );
}
