import { Button, Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { EmptyState } from '../../../ui/empty-state.js';
import {
  type EnrollmentRow,
  enrollmentActs,
  enrollmentDetail,
  enrollmentList,
} from '../../../ui/enrollment-api.js';
import classes from '../../../ui/enrollment-steps.module.css';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useEnrollmentAct } from '../../../ui/use-enrollment-act.js';

/** Mails that wait until a manager agrees, whole, one pitch under the other. */
export function MailApprovalsPage() {
  const t = useMessages();
  const { data, error, refetch } = useQuery(enrollmentList({ state: 'awaiting_approval', limit: 50 }));
  return (
    <Page narrow>
      <PageHeader
        title={t.text('sequences.approvals')}
        parent={<Link to="/sequences">{t.text('sequences.title')}</Link>}
      />
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={280} radius="lg" />}
      {data?.items.length === 0 && <EmptyState sentence={t.text('sequences.noApprovals')} />}
      {data?.items.map((row) => (
        <Waiting key={row.id} row={row} />
      ))}
    </Page>
  );
}

function Waiting({ row }: { readonly row: EnrollmentRow }) {
  const t = useMessages();
  const mayManage = useMay('manage');
  const { data } = useQuery(enrollmentDetail(row.id));
  const { act, isBusy, problem } = useEnrollmentAct();
  return (
    <Panel
      title={
        <Link to="/pitches/$id" params={{ id: row.pitchId }}>
          {row.pitchLabel}
        </Link>
      }
      aside={
        mayManage && (
          <Group gap="xs">
            <Button
              variant="default"
              size="compact-sm"
              disabled={isBusy}
              aria-label={`${t.text('sequences.refuse')}: ${row.pitchLabel}`}
              onClick={() => void act(() => enrollmentActs.refuse(row.id))}
            >
              {t.text('sequences.refuse')}
            </Button>
            <Button
              size="compact-sm"
              disabled={isBusy}
              aria-label={`${t.text('sequences.approve')}: ${row.pitchLabel}`}
              onClick={() => void act(() => enrollmentActs.approve(row.id))}
            >
              {t.text('sequences.approve')}
            </Button>
          </Group>
        )
      }
    >
      <ProblemAlert error={problem} />
      <p className={classes['quiet']}>
        {t.text('sequences.to', { name: row.contactName })} · {row.toAddress} · {row.mailboxAddress}
      </p>
      <ol className={classes['line']} aria-label={t.text('sequences.steps')}>
        {data?.steps.map((step) => (
          <li key={step.stepNo} className={classes['step']}>
            <span className={classes['title']}>{step.subject ?? step.taskTitle}</span>
            {step.text !== null && <p className={classes['text']}>{step.text}</p>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
