import { Button, Group, Skeleton, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { enrollmentList } from '../../../ui/enrollment-api.js';
import { EnrollmentState } from '../../../ui/enrollment-panel.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import layout from '../../../ui/record-page.module.css';
import { toast, toastProblem } from '../../../ui/undo-toast.js';
import classes from '../sequences.module.css';
import {
  refreshSequences,
  type SequenceDetail,
  sequenceActs,
  sequenceDetail,
  sequenceFindings,
  templateNames,
} from '../sequences-api.js';
import { type Rules, RulesPanel } from './rules-panel.js';
import { StepCard } from './step-card.js';
import { draftsOf, moved, type StepDraft, wishesOf, withStep, workingDays } from './step-draft.js';

const route = getRouteApi('/frame/sequences/$id');

/** One sequence: its days down a line with the mails and tasks on it, its rules, and who follows it. */
export function SequencePage() {
  const t = useMessages();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(sequenceDetail(id));
  return (
    <Page>
      <PageHeader
        title={data?.name ?? t.text('sequences.one')}
        parent={<Link to="/sequences">{t.text('sequences.title')}</Link>}
        note={data && t.text('sequences.versionNo', { no: data.versionNo })}
      />
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={280} radius="lg" />}
      {data && <Editor key={`${data.id} ${data.revision}`} sequence={data} />}
    </Page>
  );
}

function Editor({ sequence }: { readonly sequence: SequenceDetail }) {
  const t = useMessages();
  const queries = useQueryClient();
  const mayWrite = useMay('write') && sequence.archivedAt === null;
  const [name, setName] = useState(sequence.name);
  const [steps, setSteps] = useState(() => draftsOf(sequence));
  const [rules, setRules] = useState<Rules>(sequence);
  const [problem, setProblem] = useState<unknown>(null);
  const [isSaving, setSaving] = useState(false);
  const wishes = wishesOf(steps);
  const save = async () => {
    if (wishes === null) return;
    setSaving(true);
    setProblem(null);
    try {
      const { windowFrom, windowUntil, workDays, inRecipientZone, needsApproval } = rules;
      const body = { windowFrom, windowUntil, workDays, inRecipientZone, needsApproval };
      const after = await sequenceActs.change(sequence.id, {
        revision: sequence.revision,
        name,
        steps: wishes,
        ...body,
      });
      await refreshSequences(queries);
      toast(t.text('sequences.saved', { no: after.versionNo }));
    } catch (error) {
      setProblem(error);
    } finally {
      setSaving(false);
    }
  };
  const shelve = async () => {
    const act = sequence.archivedAt === null ? sequenceActs.archive : sequenceActs.restore;
    await act(sequence.id).then(
      () => refreshSequences(queries),
      (error: unknown) => toastProblem(t, error),
    );
  };
  return (
    <div className={layout['columns']}>
      <div className={layout['main']}>
        <Steps sequence={sequence} steps={steps} mayWrite={mayWrite} onChange={setSteps} />
        <ProblemAlert error={problem} />
        {mayWrite && (
          <Group gap="sm">
            <Button onClick={() => void save()} loading={isSaving} disabled={wishes === null}>
              {t.text('sequences.save', { no: sequence.versionNo + 1 })}
            </Button>
          </Group>
        )}
      </div>
      <div className={layout['aside']}>
        <Panel
          title={t.text('sequences.one')}
          aside={
            <Button variant="default" size="compact-sm" onClick={() => void shelve()}>
              {t.text(sequence.archivedAt === null ? 'sequences.archive' : 'sequences.restore')}
            </Button>
          }
        >
          <TextInput
            label={t.text('sequences.name')}
            value={name}
            maxLength={200}
            disabled={!mayWrite}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {sequence.onOlderVersions > 0 && (
            <Text size="sm" mt="sm">
              {t.text('sequences.onOlder', { count: sequence.onOlderVersions })}
            </Text>
          )}
        </Panel>
        <RulesPanel
          rules={rules}
          mayWrite={mayWrite}
          onChange={(change) => setRules((before) => ({ ...before, ...change }))}
        />
        <Enrolled sequenceId={sequence.id} />
      </div>
    </div>
  );
}

interface StepsProps {
  readonly sequence: SequenceDetail;
  readonly steps: readonly StepDraft[];
  readonly mayWrite: boolean;
  readonly onChange: (steps: StepDraft[]) => void;
}

let fresh = 0;

function Steps({ sequence, steps, mayWrite, onChange }: StepsProps) {
  const t = useMessages();
  const { data: templates = [] } = useQuery(templateNames);
  const wishes = wishesOf(steps);
  const { data } = useQuery({ ...sequenceFindings(sequence.id, wishes ?? []), enabled: wishes !== null });
  const findings = data?.findings ?? sequence.findings;
  const days = workingDays(steps);
  const firstMail = steps.findIndex(({ kind }) => kind === 'mail');
  const add = (kind: StepDraft['kind']) => {
    fresh += 1;
    onChange(withStep(steps, kind, `new${fresh}`));
  };
  const fitting = templates.filter(
    ({ kind }) => kind === null || sequence.kind === null || kind === sequence.kind,
  );
  return (
    <Panel title={t.text('sequences.steps')}>
      {steps.length === 0 && <Text c="dimmed">{t.text('sequences.finding.no_steps')}</Text>}
      <ol className={classes['days']}>
        {steps.map((step, index) => (
          <StepCard
            key={step.key}
            step={step}
            no={index + 1}
            count={steps.length}
            day={days[index] ?? 0}
            templates={fitting}
            findings={findings.filter(({ stepNo }) => stepNo === index + 1)}
            isFirstMail={index === firstMail}
            mayWrite={mayWrite}
            onChange={(change) => onChange(steps.map((one) => (one === step ? { ...one, ...change } : one)))}
            onMove={(by) => onChange(moved(steps, index, by))}
            onRemove={() => onChange(steps.filter((one) => one !== step))}
          />
        ))}
      </ol>
      {mayWrite && (
        <Group gap="sm" mt="lg">
          <Button variant="default" onClick={() => add('mail')}>
            {t.text('sequences.addMail')}
          </Button>
          <Button variant="default" onClick={() => add('task')}>
            {t.text('sequences.addTask')}
          </Button>
        </Group>
      )}
    </Panel>
  );
}

function Enrolled({ sequenceId }: { readonly sequenceId: string }) {
  const t = useMessages();
  const { data, error } = useQuery(enrollmentList({ sequenceId, limit: 50 }));
  return (
    <Panel title={t.text('sequences.enrollments')} flush={(data?.items.length ?? 0) > 0}>
      <ProblemAlert error={error} />
      {data?.items.length === 0 && <Text c="dimmed">{t.text('sequences.noEnrollments')}</Text>}
      {data && data.items.length > 0 && (
        <Rows label={t.text('sequences.enrollments')}>
          {data.items.map((row) => (
            <ListRow
              key={row.id}
              title={
                <Link to="/pitches/$id" params={{ id: row.pitchId }}>
                  {row.pitchLabel}
                </Link>
              }
              note={
                <>
                  {t.text('sequences.to', { name: row.contactName })} <EnrollmentState enrollment={row} />
                </>
              }
            />
          ))}
        </Rows>
      )}
    </Panel>
  );
}
