import { Button } from '@mantine/core';
import { IconFileText, IconMail, IconNote, IconPencil, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PlacementDetail, TermSourceView } from '../../../api/placement-views.js';
import { CLOSED_STATES, TERM_NAMES } from '../../../api/placement-words.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { dayInWords } from '../../../i18n/times.js';
import { Facts, Panel } from '../../../ui/page.js';
import { EditDrawer } from '../form/edit-drawer.js';
import classes from './placement.module.css';
import { TermLine } from './term-line.js';

/** What was agreed, expected or is not known, with what was seen beside it, and where it was agreed. */
export function TermsCard({ placement }: { readonly placement: PlacementDetail }) {
  const t = useMessages();
  const [isEditing, setEditing] = useState(false);
  const mayEdit = useMay('write') && !CLOSED_STATES.includes(placement.state);
  const { terms, dueOn, label, labellingAgreed } = placement;
  const rows = [
    { name: t.text('placements.column.type'), value: t.text(`words.type.${placement.type}`) },
    {
      name: t.text('placements.field.compensation'),
      value: t.text(`words.compensation.${placement.compensation}`),
    },
    ...(label ? [{ name: t.text('placements.field.label'), value: t.text(`words.label.${label}`) }] : []),
    ...(labellingAgreed
      ? [{ name: t.text('placements.field.labelling'), value: t.text('placements.labellingAgreed') }]
      : []),
    ...TERM_NAMES.map((name) => ({
      name: t.text(`placements.term.${name}`),
      value: <TermLine placement={placement} name={name} />,
    })),
    { name: t.text('placements.term.match'), value: t.text(`words.match.${terms.match}`) },
    { name: t.text('placements.field.due'), value: dueOn ? dayInWords(dueOn, t) : '—' },
  ];
  return (
    <Panel
      title={t.text('placements.terms.title')}
      aside={
        mayEdit && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPencil size={16} stroke={1.75} aria-hidden />}
            onClick={() => setEditing(true)}
          >
            {t.text('placements.act.edit')}
          </Button>
        )
      }
    >
      <Facts rows={rows} />
      <Sources placementId={placement.id} sources={placement.termSources} />
      {isEditing && <EditDrawer placement={placement} onClose={() => setEditing(false)} />}
    </Panel>
  );
}

const ICONS = { document: IconFileText, note: IconNote, person: IconUser, mail: IconMail };

interface SourcesProps {
  readonly placementId: string;
  readonly sources: readonly TermSourceView[];
}

function Sources({ placementId, sources }: SourcesProps) {
  const t = useMessages();
  if (sources.length === 0)
    return <p className={classes['sourcesNone']}>{t.text('placements.source.none')}</p>;
  return (
    <ul className={classes['sources']} aria-label={t.text('placements.source.title')}>
      {sources.map((source) => {
        const Icon = ICONS[source.kind];
        return (
          <li key={source.id}>
            <Icon size={16} stroke={1.75} aria-label={t.text(`placements.source.${source.kind}`)} />
            <div>
              <div>
                <SourceWords placementId={placementId} source={source} />
              </div>
              {source.documentName !== null && <div className={classes['quiet']}>{source.reference}</div>}
              <div className={classes['quiet']}>
                {t.text(source.agreedOn ? 'placements.source.saidOn' : 'placements.source.said', {
                  day: source.agreedOn ? dayInWords(source.agreedOn, t) : '',
                  terms: termList(t, source.terms),
                  name: source.recordedBy ?? 'Linkledger',
                })}
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** What a source is called, with the way to it where it is kept here: its document, or the conversation of its mail. */
function SourceWords({
  placementId,
  source: { id, reference, documentName, conversationId },
}: {
  readonly placementId: string;
  readonly source: TermSourceView;
}) {
  if (documentName !== null)
    return (
      <a href={`/api/v1/placements/${placementId}/documents/${id}`} download>
        {documentName}
      </a>
    );
  if (conversationId === null) return reference;
  return (
    <Link to="/inbox" search={{ c: conversationId }}>
      {reference}
    </Link>
  );
}

function termList(t: ReturnType<typeof useMessages>, terms: readonly string[]): string {
  const words = terms.map((term) => {
    const key = `placements.term.${term}`;
    return t.has(key) ? t.text(key) : term;
  });
  return new Intl.ListFormat(t.locale).format(words);
}
