import { Button } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ListRow } from '../../../ui/list-row.js';
import layout from '../../../ui/record-page.module.css';
import { RelativeTime } from '../../../ui/relative-time.js';
import { toast, toastProblem } from '../../../ui/undo-toast.js';
import { WebAddress } from '../../../ui/web-address.js';
import type { Proposal } from '../contact-views.js';
import classes from '../page/contact.module.css';
import { AcceptDialog } from './accept-dialog.js';
import { PROPOSALS, proposalActs } from './proposals-api.js';

/** Somebody who was found: where, with what words around it, and the two answers. */
export function ProposalRow({
  proposal,
  mayWrite,
}: {
  readonly proposal: Proposal;
  readonly mayWrite: boolean;
}) {
  const t = useMessages();
  const queries = useQueryClient();
  const [isAccepting, setAccepting] = useState(false);
  const name = proposal.name || proposal.address || t.text('contacts.nameless');
  const dismiss = () =>
    proposalActs
      .dismiss(proposal.id)
      .then(
        () => toast(t.text('contacts.proposals.dismissed', { name })),
        (error: unknown) => toastProblem(t, error),
      )
      .finally(() => void queries.invalidateQueries({ queryKey: PROPOSALS }));
  return (
    <ListRow
      title={
        <span className={layout['titleRow']}>
          {name}
          <span className={layout['tag']}>{proposal.displayHost}</span>
          {proposal.isGeneric && (
            <span className={layout['tag']}>{t.text('contacts.proposals.generic')}</span>
          )}
          {proposal.confidence !== null && (
            <span className={layout['tag']}>
              {t.text('contacts.proposals.confidence', { percent: proposal.confidence })}
            </span>
          )}
        </span>
      }
      note={<Found proposal={proposal} />}
    >
      {mayWrite && (
        <>
          <Button
            variant="default"
            leftSection={<IconX size={16} stroke={1.75} aria-hidden />}
            aria-label={t.text('contacts.proposals.dismissThis', { name })}
            onClick={() => void dismiss()}
          >
            {t.text('contacts.proposals.dismiss')}
          </Button>
          <Button
            leftSection={<IconCheck size={16} stroke={1.75} aria-hidden />}
            aria-label={t.text('contacts.proposals.acceptThis', { name })}
            onClick={() => setAccepting(true)}
          >
            {t.text('contacts.proposals.accept')}
          </Button>
        </>
      )}
      {isAccepting && <AcceptDialog proposal={proposal} onClose={() => setAccepting(false)} />}
    </ListRow>
  );
}

function Found({ proposal }: { readonly proposal: Proposal }) {
  const t = useMessages();
  const { position, address, name, evidenceText, pageUrl, foundBy, foundAt, knownContactId } = proposal;
  return (
    <>
      <div>{[position, name ? address : null].filter(Boolean).join(' · ')}</div>
      {evidenceText && <p className={classes['evidence']}>{evidenceText}</p>}
      <div>
        {foundBy === 'reading'
          ? t.text(`contacts.pageKind.${proposal.pageKind}`)
          : t.text('contacts.proposals.byService')}{' '}
        · <WebAddress url={pageUrl} className={classes['address']} /> · <RelativeTime at={foundAt} />
      </div>
      {knownContactId && (
        <div>
          {t.text('contacts.proposals.known')}{' '}
          <Link to="/contacts/$id" params={{ id: knownContactId }}>
            {t.text('contacts.openThem')}
          </Link>
        </div>
      )}
    </>
  );
}
