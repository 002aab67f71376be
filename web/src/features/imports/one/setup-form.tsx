import { Alert, Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportView } from '../../../api/import-views.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { bringsPeople, missingGroups } from '../column-mapping.js';
import { useFieldName } from '../field-names.js';
import classes from '../imports.module.css';
import { acts, refreshImport, showImport } from '../imports-api.js';
import { ColumnsTable } from './columns-table.js';
import { GroundPanel } from './ground-panel.js';
import { OptionsPanel } from './options-panel.js';
import { RecognisedPanel } from './recognised-panel.js';
import type { SetupNeed } from './setup-need.js';
import { type Planning, usePlan } from './use-plan.js';
import { useStart } from './use-start.js';
import { ValuesPanel } from './values-panel.js';

interface Props {
  readonly made: ImportView;
  readonly onStarted?: () => void;
}

/** What the file is, which column is what, and what only a person can say; then a dry run that creates nothing. */
export function SetupForm({ made, onStarted }: Props) {
  const t = useMessages();
  const planning = usePlan(made);
  const { plan, change, content } = planning;
  const { needs, problem, isSending, start } = useTrial(made, planning, onStarted);
  const isRefused = made.refused !== null;
  return (
    <>
      {made.state === 'failed' && (
        <Alert color="removed" variant="light" role="alert">
          {t.text('imports.failed')} <GoOn id={made.id} />
        </Alert>
      )}
      <RecognisedPanel made={made} planning={planning} />
      {!isRefused && content && (
        <>
          <Panel
            title={t.text('imports.columns.title')}
            aside={t.text('imports.columns.rows', { count: made.counts.total })}
            flush
          >
            <ColumnsTable
              columns={made.columns}
              content={content}
              mapping={plan.mapping}
              onChange={(mapping) => change({ mapping })}
            />
          </Panel>
          <ValuesPanel made={made} planning={planning} isMissing={needs.includes('values')} />
          {bringsPeople(plan.content, plan.mapping) && <GroundPanel planning={planning} needs={needs} />}
          <OptionsPanel planning={planning} needs={needs} />
          <StillNeeded needs={needs} planning={planning} />
          <ProblemAlert error={problem} />
          <TryButton isSending={isSending} onClick={start} />
        </>
      )}
    </>
  );
}

function useTrial(made: ImportView, { plan, content }: Planning, onStarted: (() => void) | undefined) {
  const queries = useQueryClient();
  const [needs, setNeeds] = useState<readonly SetupNeed[]>([]);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const begin = async () => {
    const planned = await acts.plan(made.id, plan);
    showImport(queries, planned);
    const asked: SetupNeed[] = [
      ...planned.needs,
      ...(planned.questions.length > 0 ? (['values'] as const) : []),
    ];
    setNeeds(asked);
    if (asked.length > 0) return;
    await acts.try(made.id);
    await refreshImport(queries, made.id);
    onStarted?.();
  };
  const start = async () => {
    if (isSending) return;
    if (content && missingGroups(plan.mapping, content.required).length > 0) {
      setNeeds(['columns']);
      return;
    }
    setSending(true);
    setProblem(null);
    try {
      await begin();
    } catch (error) {
      setProblem(error);
    } finally {
      setSending(false);
    }
  };
  return { needs: stillNeeded(needs, { made, plan, content }), problem, isSending, start };
}

/** Needs that were told and are not answered yet by what stands in the form. */
function stillNeeded(
  needs: readonly SetupNeed[],
  { made, plan, content }: Pick<Planning, 'plan' | 'content'> & { readonly made: ImportView },
): readonly SetupNeed[] {
  const { dateOrder, decimal } = plan.values;
  const isOpen = { date_order: dateOrder === 'unknown', decimal: decimal === 'unknown' };
  const isAnswered: Record<SetupNeed, boolean> = {
    columns: content !== undefined && missingGroups(plan.mapping, content.required).length === 0,
    brand: Boolean(plan.options.brandId),
    ground: plan.ground !== null,
    ground_note: plan.ground !== 'other' || plan.groundNote.trim() !== '',
    values: !made.questions.some((question) => isOpen[question]),
  };
  return needs.filter((need) => !isAnswered[need]);
}

function StillNeeded({
  needs,
  planning: { plan, content },
}: {
  readonly needs: readonly SetupNeed[];
  readonly planning: Planning;
}) {
  const t = useMessages();
  const nameOf = useFieldName();
  if (needs.length === 0) return null;
  const or = new Intl.ListFormat(t.locale, { type: 'disjunction' });
  const groups = content ? missingGroups(plan.mapping, content.required) : [];
  const fields = new Intl.ListFormat(t.locale).format(groups.map((group) => or.format(group.map(nameOf))));
  return (
    <Alert color="removed" variant="light" role="alert">
      {needs.map((need) => (
        <div key={need}>{t.text(`imports.need.${need}`, { fields })}</div>
      ))}
    </Alert>
  );
}

function TryButton({
  isSending,
  onClick,
}: {
  readonly isSending: boolean;
  readonly onClick: () => Promise<void>;
}) {
  const t = useMessages();
  if (!useMay('write')) return null;
  return (
    <Group gap="sm">
      <Button loading={isSending} onClick={() => void onClick()}>
        {t.text('imports.try')}
      </Button>
      <span className={classes['quiet']}>{t.text('imports.trySays')}</span>
    </Group>
  );
}

/** A run that stopped half-way goes on where it stopped. */
function GoOn({ id }: { readonly id: string }) {
  const t = useMessages();
  const [problem, setProblem] = useState<unknown>(null);
  const { isStarting, start } = useStart(id, setProblem);
  if (!useMay('write')) return null;
  return (
    <>
      <Button variant="default" loading={isStarting} onClick={() => void start('run')}>
        {t.text('imports.goOn')}
      </Button>
      <ProblemAlert error={problem} />
    </>
  );
}
