import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProposalView, ProspectDetail } from '../../../api/prospect-views.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import classes from '../prospects.module.css';
import { siteProposals } from '../site-api.js';
import { AcceptProposalDialog } from './accept-proposal-dialog.js';
import { useProspectActs } from './prospect-acts.js';

/** People found on the site's own pages: each with the page that says so, to be taken or dismissed. */
export function ProposalsCard({ prospect }: { readonly prospect: ProspectDetail }) {
  const t = useMessages();
  const { data } = useQuery(siteProposals(prospect.siteId));
  const [accepted, setAccepted] = useState<ProposalView | null>(null);
  const proposals = data?.items ?? [];
  if (proposals.length === 0) return null;
  return (
    <Panel title={t.text('prospects.proposals.title', { count: proposals.length })} flush>
      <ul className={classes['list']}>
        {proposals.map((proposal) => (
          <Proposal
            key={proposal.id}
            proposal={proposal}
            prospect={prospect}
            onAccept={() => setAccepted(proposal)}
          />
        ))}
      </ul>
      {accepted && (
        <AcceptProposalDialog prospect={prospect} proposal={accepted} onClose={() => setAccepted(null)} />
      )}
    </Panel>
  );
}

interface Props {
  readonly proposal: ProposalView;
  readonly prospect: ProspectDetail;
  readonly onAccept: () => void;
}

function Proposal({ proposal, prospect, onAccept }: Props) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const acts = useProspectActs(prospect);
  const { name, position, address, pageUrl, pageKind, evidenceText, knownContactId, foundBy } = proposal;
  const page = `prospects.proposals.page.${pageKind}`;
  return (
    <li>
      <div className={classes['lineTitle']}>{name || address || t.text('prospects.contacts.nameless')}</div>
      <div className={classes['quiet']}>{[position, name ? address : ''].filter(Boolean).join(' · ')}</div>
      {evidenceText !== '' && <p className={classes['evidence']}>{evidenceText}</p>}
      <div className={classes['quiet']}>
        <a href={pageUrl} target="_blank" rel="noreferrer">
          {t.has(page) ? t.text(page) : pageUrl}
        </a>
        {foundBy === 'hunter' && ` · Hunter`}
        {proposal.confidence !== null &&
          ` · ${t.text('prospects.proposals.confidence', { share: proposal.confidence })}`}
        {proposal.isGeneric && ` · ${t.text('prospects.proposals.generic')}`}
      </div>
      {knownContactId !== null && (
        <div>
          <Link to="/contacts/$id" params={{ id: knownContactId }}>
            {t.text('prospects.proposals.known')}
          </Link>
        </div>
      )}
      {mayWrite && (
        <Group gap="sm" mt="xs">
          <Button size="compact-sm" onClick={onAccept}>
            {t.text('prospects.proposals.accept')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => void acts.dismissProposal(proposal.id)}>
            {t.text('prospects.proposals.dismiss')}
          </Button>
        </Group>
      )}
    </li>
  );
}
