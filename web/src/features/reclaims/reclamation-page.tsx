import { Button, Group, Select, Skeleton, Stack, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf, query } from '../../api/client.js';
import { useMay } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Facts, Page, Panel } from '../../ui/page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { RecordTimeline } from '../../ui/record-timeline.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { toast, toastProblem } from '../../ui/undo-toast.js';
import { MailText } from './mail-text.js';
import classes from './reclaims.module.css';
import {
  actOn,
  type Reclamation,
  type ReclamationAct,
  reclamationDetail,
  reclamationKeys,
} from './reclaims-api.js';
import { LineRow } from './reclamation-line.js';

const route = getRouteApi('/frame/reclamations/$id');

/** One reclamation: what got worse, the proof of it, a text to send, and how it went on. */
export function ReclamationPage() {
  const t = useMessages();
  const { id } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(reclamationDetail(id));
  return (
    <Page>
      <PageHeader
        title={data?.counterparty.name ?? t.text('reclaims.one')}
        parent={<Link to="/reclamations">{t.text('reclaims.title')}</Link>}
      />
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {isPending && <Skeleton h={240} />}
      {data && <Whole reclamation={data} />}
    </Page>
  );
}

function Whole({ reclamation }: { readonly reclamation: Reclamation }) {
  const t = useMessages();
  return (
    <div className={classes['columns']}>
      <div className={classes['main']}>
        <Head reclamation={reclamation} />
        <Panel title={t.text('reclaims.placements')} flush>
          <ul className={classes['lines']} aria-label={t.text('reclaims.placements')}>
            {reclamation.lines.map((line) => (
              <LineRow key={line.placementId} line={line} />
            ))}
          </ul>
        </Panel>
        <MailText reclamation={reclamation} />
      </div>
      <div className={classes['aside']}>
        <About reclamation={reclamation} />
        <RecordTimeline kind="reclamation" id={reclamation.id} />
      </div>
    </div>
  );
}

/** Where it stands in a sentence, and what can be done now. */
function Head({ reclamation }: { readonly reclamation: Reclamation }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const [act, setAct] = useState<ReclamationAct | null>(null);
  const { state, openCount } = reclamation;
  return (
    <Panel>
      <Stack gap="md">
        <p className={classes['sentence']}>{t.text('reclaims.sentence', { state, count: openCount })}</p>
        {mayWrite && (
          <Group gap="sm">
            {reclamation.acts.map((name, index) => (
              <Button key={name} variant={index === 0 ? 'filled' : 'default'} onClick={() => setAct(name)}>
                {t.text(`reclaims.act.${name}`)}
              </Button>
            ))}
          </Group>
        )}
      </Stack>
      {act && <ActDialog reclamation={reclamation} act={act} onClose={() => setAct(null)} />}
    </Panel>
  );
}

function ActDialog({
  reclamation,
  act,
  onClose,
}: {
  readonly reclamation: Reclamation;
  readonly act: ReclamationAct;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const send = async () => {
    setSending(true);
    setProblem(null);
    try {
      await actOn(reclamation.id, act, note);
      await queries.invalidateQueries({ queryKey: reclamationKeys });
      onClose();
    } catch (error) {
      setProblem(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <FormDialog
      title={t.text(`reclaims.act.${act}`)}
      verb={t.text(`reclaims.act.${act}`)}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      isSending={isSending}
      problem={problem}
    >
      <p className={classes['hint']}>{t.text(`reclaims.hint.${act}`)}</p>
      {act !== 'reopen' && (
        <Textarea
          label={t.text('reclaims.note')}
          value={note}
          autosize
          minRows={2}
          maxLength={2000}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}

function About({ reclamation }: { readonly reclamation: Reclamation }) {
  const t = useMessages();
  const { counterparty } = reclamation;
  const rows = [
    { name: t.text('reclaims.client'), value: reclamation.clientName },
    {
      name: t.text('reclaims.counterparty'),
      value: counterparty.publisherId ? (
        <Link to="/publishers/$id" params={{ id: counterparty.publisherId }}>
          {counterparty.name}
        </Link>
      ) : (
        counterparty.name
      ),
    },
    { name: t.text('reclaims.since'), value: <RelativeTime at={reclamation.gotWorseAt} /> },
    { name: t.text('reclaims.sentAt'), value: <RelativeTime at={reclamation.sentAt} /> },
    { name: t.text('reclaims.assignee'), value: <Assignee reclamation={reclamation} /> },
    ...(reclamation.note === '' ? [] : [{ name: t.text('reclaims.notes'), value: reclamation.note }]),
  ];
  return (
    <Panel title={t.text('reclaims.about')}>
      <Facts rows={rows} />
    </Panel>
  );
}

function Assignee({ reclamation }: { readonly reclamation: Reclamation }) {
  const t = useMessages();
  const queries = useQueryClient();
  const mayWrite = useMay('write');
  const { data } = query.useQuery('get', '/api/v1/members', {}, { enabled: mayWrite });
  if (!mayWrite) return reclamation.assigneeName ?? t.text('reclaims.nobody');
  const give = (assigneeMemberId: string | null) =>
    bodyOf(
      api.PATCH('/api/v1/reclamations/{id}', {
        params: { path: { id: reclamation.id } },
        body: { revision: reclamation.revision, assigneeMemberId },
      }),
    ).then(
      () => {
        toast(t.text('reclaims.given'));
        return queries.invalidateQueries({ queryKey: reclamationKeys });
      },
      (error: unknown) => toastProblem(t, error),
    );
  return (
    <Select
      aria-label={t.text('reclaims.assignee')}
      placeholder={t.text('reclaims.nobody')}
      clearable
      data={data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      value={reclamation.assigneeMemberId}
      onChange={(value) => void give(value)}
    />
  );
}
