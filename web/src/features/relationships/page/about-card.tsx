import { Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { dayInWords } from '../../../i18n/times.js';
import { Facts, Panel } from '../../../ui/page.js';
import { toastProblem } from '../../../ui/undo-toast.js';
import { type RelationshipDetail, STAGES, type Stage } from '../relationship-views.js';
import { refreshRelationships, relationshipActs } from '../relationships-api.js';

/** Whose relationship it is, with which publisher, how far it got, and since when links are known. */
export function AboutCard({ relationship }: { readonly relationship: RelationshipDetail }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const { publisher, oldestOn, newestOn, siteId } = relationship;
  const day = (on: string | null) => (on ? dayInWords(on, t) : '—');
  const rows = [
    {
      name: t.text('relationships.column.stage'),
      value: mayWrite ? (
        <StageChoice relationship={relationship} />
      ) : (
        t.text(`relationships.stage.${relationship.stage}`)
      ),
    },
    {
      name: t.text('relationships.publisher'),
      value: publisher ? (
        <Link to="/publishers/$id" params={{ id: publisher.id }}>
          {publisher.name}
        </Link>
      ) : (
        t.text('relationships.notKnown')
      ),
    },
    {
      name: t.text('relationships.column.brand'),
      value: t.text('relationships.brandOf', {
        brand: relationship.brandName,
        client: relationship.clientName,
      }),
    },
    { name: t.text('relationships.column.oldest'), value: day(oldestOn) },
    { name: t.text('relationships.column.newest'), value: day(newestOn) },
    {
      name: t.text('relationships.contacts'),
      value: (
        <Link to="/contacts" search={{ site: siteId }}>
          {t.text('relationships.contactsHere')}
        </Link>
      ),
    },
    {
      name: t.text('placements.title'),
      value: (
        <Link to="/placements" search={{ site: siteId }}>
          {t.text('relationships.placementsHere')}
        </Link>
      ),
    },
  ];
  return (
    <Panel
      title={relationship.displayHost}
      aside={
        <Link to="/sites/$siteId" params={{ siteId }}>
          {t.text('relationships.openSite')}
        </Link>
      }
    >
      <Facts rows={rows} />
    </Panel>
  );
}

/** The stage, kept as soon as another is chosen. */
function StageChoice({ relationship }: { readonly relationship: RelationshipDetail }) {
  const t = useMessages();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Stage | null>(null);
  const choose = async (stage: Stage) => {
    setChosen(stage);
    try {
      await relationshipActs.change(relationship.id, { revision: relationship.revision, stage });
    } catch (error) {
      toastProblem(t, error);
    }
    await refreshRelationships(queries);
    setChosen(null);
  };
  return (
    <Select
      aria-label={t.text('relationships.column.stage')}
      data={STAGES.map((value) => ({ value, label: t.text(`relationships.stage.${value}`) }))}
      value={chosen ?? relationship.stage}
      disabled={chosen !== null}
      allowDeselect={false}
      onChange={(stage) => stage && void choose(stage)}
    />
  );
}
