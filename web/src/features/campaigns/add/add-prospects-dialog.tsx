import { Alert, Button, Checkbox, Group, Modal, Select, Skeleton, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf, idempotencyKey } from '../../../api/client.js';
import type { ProspectRow } from '../../../api/prospect-views.js';
import type { Job } from '../../../api/views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { JobProgress } from '../../../ui/job-progress.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import type { CampaignDetail } from '../campaign-views.js';
import classes from '../campaigns.module.css';
import { refreshCampaigns } from '../campaigns-api.js';
import { useWorkers } from '../use-workers.js';
import { addressIn } from './address-in.js';
import { suggestedProspects } from './suggested-prospects.js';

interface Props {
  readonly campaign: CampaignDetail;
  readonly onClose: () => void;
}

const SEARCH_AFTER_MS = 250;

/** Adds prospects to a campaign: of those that fit best, of a search, or a site nobody has written down yet. */
export function AddProspectsDialog({ campaign, onClose }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const adding = useAdding(campaign);
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed, SEARCH_AFTER_MS);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [assignee, setAssignee] = useState<string | null>(null);
  const found = useQuery(suggestedProspects(campaign, words));
  const address = addressIn(typed);
  const close = () => {
    void refreshCampaigns(queries);
    onClose();
  };
  const toggle = (id: string) =>
    setChosen(
      (before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]),
    );
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={t.text('campaigns.add.title')}
      closeButtonProps={{ 'aria-label': t.text('app.close') }}
    >
      {adding.jobId ? (
        <Added jobId={adding.jobId} onEnd={() => void refreshCampaigns(queries)} onClose={close} />
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void adding.addChosen([...chosen], assignee);
          }}
        >
          <Stack gap="md">
            <TextInput
              label={t.text('campaigns.add.search')}
              description={t.text('campaigns.add.searchWhat')}
              placeholder="tuinblog.example"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              data-autofocus
            />
            {address !== null && (
              <Button
                variant="default"
                loading={adding.isSending}
                onClick={() =>
                  void adding.addSite(address, assignee).then((isAdded) => isAdded && setTyped(''))
                }
              >
                {t.text('campaigns.add.site', { site: address })}
              </Button>
            )}
            {adding.warnings.length > 0 && <Warnings lines={adding.warnings} />}
            {words === '' && <b>{t.text('campaigns.add.suggested')}</b>}
            {found.isPending ? (
              <Skeleton h={180} />
            ) : (
              <Found rows={found.data ?? []} chosen={chosen} toggle={toggle} hasWords={words !== ''} />
            )}
            <Assignee value={assignee} onChange={setAssignee} />
            <ProblemAlert error={adding.problem ?? found.error} />
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={close}>
                {t.text(adding.added > 0 ? 'app.close' : 'app.cancel')}
              </Button>
              <Button type="submit" loading={adding.isSending} disabled={chosen.size === 0}>
                {t.text('campaigns.add.verb', { count: chosen.size })}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

function Warnings({ lines }: { readonly lines: readonly string[] }) {
  return (
    <Alert color="differs" variant="light" role="status">
      <ul className={classes['warnings']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Alert>
  );
}

interface FoundProps {
  readonly rows: readonly ProspectRow[];
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly hasWords: boolean;
}

function Found({ rows, chosen, toggle, hasWords }: FoundProps) {
  const t = useMessages();
  if (rows.length === 0)
    return (
      <div className={classes['foundNote']}>
        {t.text(hasWords ? 'campaigns.add.noneFound' : 'campaigns.add.noneSuggested')}
      </div>
    );
  return (
    <ul className={classes['found']} aria-label={t.text('campaigns.add.list')}>
      {rows.map((row) => (
        <li key={row.id}>
          <Checkbox
            checked={chosen.has(row.id)}
            onChange={() => toggle(row.id)}
            label={row.displayHost}
            description={noteOf(row, t.text(`prospects.status.${row.status}`))}
          />
        </li>
      ))}
    </ul>
  );
}

function noteOf(row: ProspectRow, status: string): string {
  const fit = row.fitYes + row.fitNo > 0 ? `${row.fitYes}/${row.fitOf}` : null;
  const topics = row.topics.map(({ name }) => name).join(', ');
  return [status, fit, topics || null, row.ownerName].filter((part) => part !== null).join(' · ');
}

function Assignee({
  value,
  onChange,
}: {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}) {
  const t = useMessages();
  return (
    <Select
      label={t.text('campaigns.add.assignee')}
      placeholder={t.text('campaigns.who.me')}
      data={useWorkers().map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      clearable
    />
  );
}

function Added({
  jobId,
  onEnd,
  onClose,
}: {
  readonly jobId: string;
  readonly onEnd: (job: Job) => void;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  return (
    <Stack gap="md">
      <JobProgress jobId={jobId} label={t.text('campaigns.add.doing')} onEnd={onEnd}>
        {(job) => (
          <div>
            {t.text('campaigns.add.done', { count: job.finished - job.failed })}
            {job.failed > 0 && ` ${t.text('campaigns.add.failed', { count: job.failed })}`}
          </div>
        )}
      </JobProgress>
      <Group justify="flex-end">
        <Button onClick={onClose}>{t.text('campaigns.add.toBoard')}</Button>
      </Group>
    </Stack>
  );
}

/** Sends what was chosen: one site answers at once with what stands against it, many prospects are a job. */
function useAdding(campaign: CampaignDetail) {
  const t = useMessages();
  const queries = useQueryClient();
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [warnings, setWarnings] = useState<readonly string[]>([]);
  const [added, setAdded] = useState(0);
  const [jobId, setJobId] = useState<string | null>(null);
  const path = { path: { id: campaign.id } };
  const send = async (work: () => Promise<void>): Promise<boolean> => {
    setSending(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    } finally {
      setSending(false);
    }
  };
  const who = (assignee: string | null) => (assignee === null ? {} : { assigneeMemberId: assignee });
  return {
    isSending,
    problem,
    warnings,
    added,
    jobId,
    addSite: (siteAddress: string, assignee: string | null) =>
      send(async () => {
        const made = await bodyOf(
          api.POST('/api/v1/campaigns/{id}/pitches', {
            params: path,
            body: { siteAddress, ...who(assignee) },
            headers: idempotencyKey(),
          }),
        );
        setAdded((before) => before + 1);
        setWarnings([
          t.text('campaigns.add.one', { site: made.displayHost ?? siteAddress }),
          ...made.warnings.map(({ code, by, clientName }) =>
            t.text(`campaigns.add.warning.${code}`, { by: by ?? '', client: clientName ?? '' }),
          ),
        ]);
        await refreshCampaigns(queries);
      }),
    addChosen: (prospectIds: string[], assignee: string | null) =>
      send(async () => {
        const started = await bodyOf(
          api.POST('/api/v1/campaigns/{id}/pitches/bulk', {
            params: path,
            body: { prospectIds, ...who(assignee) },
          }),
        );
        setJobId(started.jobId);
      }),
  };
}
