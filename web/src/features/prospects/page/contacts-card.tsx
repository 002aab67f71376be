import { Button, Group } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useHasService } from '../../../api/outside-services.js';
import type { ContactAtSite, ProspectDetail } from '../../../api/prospect-views.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { JobProgress } from '../../../ui/job-progress.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { toastProblem } from '../../../ui/undo-toast.js';
import classes from '../prospects.module.css';
import { siteContacts } from '../site-api.js';
import { useProspectActs } from './prospect-acts.js';

/** The people at the site, and the search for more of them on the site's own pages. */
export function ContactsCard({ prospect }: { readonly prospect: ProspectDetail }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const acts = useProspectActs(prospect);
  const list = useQuery(siteContacts(prospect.siteId));
  const [jobId, setJobId] = useState<string | null>(null);
  const contacts = list.data?.items ?? [];
  const hasHunter = useHasService('hunter');
  const find = (services: 'hunter'[] = []) =>
    acts.findContacts(services).then(
      (job) => setJobId(job.jobId),
      (error: unknown) => toastProblem(t, error),
    );
  return (
    <Panel
      title={t.text('app.nav.contacts')}
      flush
      aside={
        mayWrite && (
          <Group gap="xs">
            {hasHunter && (
              <Button variant="subtle" size="compact-sm" onClick={() => void find(['hunter'])}>
                {t.text('prospects.contacts.askHunter')}
              </Button>
            )}
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
              onClick={() => void find()}
            >
              {t.text('prospects.contacts.find')}
            </Button>
          </Group>
        )
      }
    >
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {jobId !== null && (
        <div className={classes['hint']}>
          <JobProgress
            key={jobId}
            jobId={jobId}
            label={t.text('prospects.contacts.finding')}
            onEnd={() => void acts.refresh()}
          >
            {(job) => (job.state === 'done' ? t.text('prospects.contacts.found') : null)}
          </JobProgress>
        </div>
      )}
      {list.data && contacts.length === 0 && (
        <p className={classes['hint']}>{t.text('prospects.contacts.none')}</p>
      )}
      {contacts.length > 0 && (
        <ul className={classes['list']}>
          {contacts.map((contact) => (
            <Person key={contact.id} contact={contact} siteId={prospect.siteId} />
          ))}
        </ul>
      )}
      <p className={classes['hint']}>
        <Link to="/contacts" search={{ site: prospect.siteId }}>
          {t.text('prospects.contacts.all')}
        </Link>
      </p>
    </Panel>
  );
}

function Person({ contact, siteId }: { readonly contact: ContactAtSite; readonly siteId: string }) {
  const t = useMessages();
  const here = contact.places.find((place) => place.siteId === siteId);
  const isFormer = here?.isFormer ?? contact.isFormer;
  const may = `prospects.mail.${contact.mayMail.answer}` as const;
  return (
    <li>
      <div className={classes['lineTop']}>
        <Link to="/contacts/$id" params={{ id: contact.id }} className={classes['lineTitle'] ?? ''}>
          {contact.name || contact.mainAddress || t.text('prospects.contacts.nameless')}
        </Link>
        <span
          className={classes['badge']}
          data-status={isFormer || contact.mayMail.answer === 'no' ? 'warn' : undefined}
        >
          {isFormer ? t.text('prospects.former') : t.text(may)}
        </span>
      </div>
      <div className={classes['quiet']}>
        {[here?.role || contact.position, contact.mainAddress].filter(Boolean).join(' · ') || '—'}
      </div>
    </li>
  );
}
