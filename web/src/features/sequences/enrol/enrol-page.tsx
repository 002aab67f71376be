import { Alert, Button, Group, Select, Skeleton, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { idempotencyKey } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { withoutNothing } from '../../../ui/address-words.js';
import { refreshEnrollments } from '../../../ui/enrollment-api.js';
import { JobProgress } from '../../../ui/job-progress.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { toast } from '../../../ui/undo-toast.js';
import { useBulkJob } from '../../../ui/use-bulk-job.js';
import type { EnrolSearch } from '../sequence-search.js';
import classes from '../sequences.module.css';
import { enrolPreview, mailboxNames, type StepEdit, sequenceActs, sequenceList } from '../sequences-api.js';
import { EditDialog } from './edit-dialog.js';
import { PitchPreviewPanel } from './pitch-preview-panel.js';

const route = getRouteApi('/frame/sequences/enrol');

/** Enrols pitches: in which sequence, from which mailbox, with every mail and its moment to look at first; problems stand first. */
export function EnrolPage() {
  const t = useMessages();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const search = route.useSearch();
  const pitchIds = (search.pitches ?? '').split(',').filter((id) => id !== '');
  const [contacts, setContacts] = useState<Readonly<Record<string, string>>>({});
  const [edits, setEdits] = useState<readonly StepEdit[]>([]);
  const [edited, setEdited] = useState<{ pitchId: string; stepNo: number } | null>(null);
  const [startOn, setStartOn] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const target = useTarget(search);
  const choice = {
    ...target,
    ...(startOn === '' ? {} : { startOn }),
    contacts: Object.entries(contacts).map(([pitchId, contactId]) => ({ pitchId, contactId })),
  };
  const wish =
    isWhole(choice) && pitchIds.length > 0 ? { ...choice, pitchIds: pitchIds.slice(0, 100) } : null;
  const preview = useQuery(enrolPreview(wish));
  const items = preview.data?.items ?? [];
  const isWritten = (pitchId: string) => edits.some((edit) => edit.pitchId === pitchId);
  const able = items.filter(({ canEnroll, pitchId }) => canEnroll || isWritten(pitchId));
  const bulk = useBulkJob<'enroll'>(
    () => refreshEnrollments(queries),
    (_, count) => t.text('sequences.enrolledNow', { count: Number(count) }),
  );
  const submit = async () => {
    if (!isWhole(choice)) return;
    setSending(true);
    setProblem(null);
    try {
      const ids = able.map(({ pitchId }) => pitchId);
      const body = { ...choice, pitchIds: ids, edits: edits.filter(({ pitchId }) => ids.includes(pitchId)) };
      const { jobId } = await sequenceActs.enroll(body, idempotencyKey());
      await refreshEnrollments(queries);
      if (jobId !== null) {
        bulk.follow({ jobId, action: 'enroll', size: ids.length });
        return;
      }
      toast(t.text('sequences.enrolledNow', { count: 1 }));
      await navigate({ to: '/pitches/$id', params: { id: ids[0] ?? '' } });
    } catch (error) {
      setProblem(error);
    } finally {
      setSending(false);
    }
  };
  const current = items
    .find(({ pitchId }) => pitchId === edited?.pitchId)
    ?.steps.find(({ stepNo }) => stepNo === edited?.stepNo);
  return (
    <Page>
      <PageHeader
        title={t.text('sequences.enrollTitle')}
        note={t.text('sequences.enrollCount', { count: pitchIds.length })}
        parent={<Link to="/sequences">{t.text('sequences.title')}</Link>}
      />
      <Panel>
        <TargetFields search={search} startOn={startOn} onStartOn={setStartOn} />
      </Panel>
      {preview.data?.needsApproval && <Alert>{t.text('sequences.willApprove')}</Alert>}
      {items.length > able.length && (
        <Alert color="yellow">{t.text('sequences.cannot', { count: items.length - able.length })}</Alert>
      )}
      <ProblemAlert error={problem ?? preview.error} />
      {wish === null ? (
        <Text c="dimmed">{t.text('sequences.previewTeach')}</Text>
      ) : (
        preview.isPending && <Skeleton height={280} radius="lg" />
      )}
      {bulk.job && (
        <JobProgress jobId={bulk.job.jobId} label={t.text('sequences.enrollTitle')} onEnd={bulk.ended} />
      )}
      {items.length > 0 && bulk.job === null && (
        <Group>
          <Button onClick={() => void submit()} loading={isSending} disabled={able.length === 0}>
            {t.text('sequences.enrollVerb', { count: able.length })}
          </Button>
        </Group>
      )}
      {items.map((item) => (
        <PitchPreviewPanel
          key={item.pitchId}
          item={item}
          edits={edits.filter(({ pitchId }) => pitchId === item.pitchId)}
          onContact={(contactId) => setContacts((before) => ({ ...before, [item.pitchId]: contactId }))}
          onEdit={(stepNo) => setEdited({ pitchId: item.pitchId, stepNo })}
        />
      ))}
      {edited && current && (
        <EditDialog
          no={edited.stepNo}
          mail={
            edits.find((one) => one.pitchId === edited.pitchId && one.stepNo === edited.stepNo) ?? current
          }
          onSave={(mail) => {
            const others = edits.filter(
              (one) => one.pitchId !== edited.pitchId || one.stepNo !== edited.stepNo,
            );
            setEdits([...others, { ...edited, ...mail }]);
            setEdited(null);
          }}
          onClose={() => setEdited(null)}
        />
      )}
    </Page>
  );
}

interface Target {
  readonly sequenceId?: string;
  readonly mailboxId?: string;
}

function isWhole<Choice extends Target>(
  choice: Choice,
): choice is Choice & { readonly sequenceId: string; readonly mailboxId: string } {
  return choice.sequenceId !== undefined && choice.mailboxId !== undefined;
}

/** What was chosen; where there is only one mailbox, it is that one. */
function useTarget({ sequence, mailbox }: EnrolSearch): Target {
  const boxes = useQuery(mailboxNames).data ?? [];
  const only = boxes.length === 1 ? boxes[0]?.id : undefined;
  return withoutNothing({ sequenceId: sequence, mailboxId: mailbox ?? only });
}

interface TargetProps {
  readonly search: EnrolSearch;
  readonly startOn: string;
  readonly onStartOn: (day: string) => void;
}

function TargetFields({ search, startOn, onStartOn }: TargetProps) {
  const t = useMessages();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const sequences = useQuery(sequenceList({})).data?.items ?? [];
  const boxes = useQuery(mailboxNames);
  const target = useTarget(search);
  const go = (part: Partial<EnrolSearch>) =>
    void navigate({ search: (before) => withoutNothing({ ...before, ...part }), replace: true });
  const chooseCatcher = async () => {
    const { id } = await sequenceActs.makeCatcher();
    await queries.invalidateQueries({ queryKey: ['mailboxes'] });
    go({ mailbox: id });
  };
  return (
    <>
      <div className={classes['fields']}>
        <Select
          label={t.text('sequences.sequence')}
          placeholder={t.text('sequences.chooseSequence')}
          searchable
          data={sequences.map(({ id, name }) => ({ value: id, label: name }))}
          value={search.sequence ?? null}
          onChange={(sequence) => go({ sequence: sequence ?? undefined } as Partial<EnrolSearch>)}
        />
        <Select
          label={t.text('sequences.mailbox')}
          placeholder={t.text('sequences.chooseMailbox')}
          data={(boxes.data ?? []).map(({ id, address, isCatcher }) => ({
            value: id,
            label: isCatcher ? t.text('sequences.catcher', { address }) : address,
          }))}
          value={target.mailboxId ?? null}
          onChange={(mailbox) => go({ mailbox: mailbox ?? undefined } as Partial<EnrolSearch>)}
        />
        <TextInput
          type="date"
          label={t.text('sequences.startOn')}
          value={startOn}
          onChange={(event) => onStartOn(event.currentTarget.value)}
        />
      </div>
      {boxes.data?.length === 0 && (
        <Group mt="sm" gap="sm">
          <Text size="sm">{t.text('sequences.noMailbox')}</Text>
          <Button variant="default" size="compact-sm" onClick={() => void chooseCatcher()}>
            {t.text('sequences.useCatcher')}
          </Button>
        </Group>
      )}
    </>
  );
}
