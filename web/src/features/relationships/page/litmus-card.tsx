import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { shortDay } from '../../../i18n/times.js';
import { Panel } from '../../../ui/page.js';
import type { RelationshipDetail } from '../relationship-views.js';
import classes from '../relationships.module.css';
import { LitmusDialog } from './litmus-dialog.js';

const QUESTIONS = ['wouldLinkAnyway', 'readersGain'] as const;

/** The two questions that tell an honest pair of links from an exchange, with who answered and when. */
export function LitmusCard({ relationship }: { readonly relationship: RelationshipDetail }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const [isAnswering, setAnswering] = useState(false);
  const { litmus, arrows } = relationship;
  const isMutual = arrows.toUs === 'linked' && arrows.toThem === 'linked';
  const isMissing = QUESTIONS.some((question) => litmus[question] === null);
  const word = (answer: boolean | null) =>
    t.text(
      answer === null ? 'relationships.litmus.notAnswered' : `relationships.litmus.${answer ? 'yes' : 'no'}`,
    );
  return (
    <Panel
      title={t.text('relationships.litmus.title')}
      aside={
        mayWrite && (
          <Button
            variant={isMutual && isMissing ? 'light' : 'default'}
            size="compact-sm"
            leftSection={<IconPencil size={16} stroke={1.75} aria-hidden />}
            onClick={() => setAnswering(true)}
          >
            {t.text('relationships.litmus.answer')}
          </Button>
        )
      }
    >
      <div className={classes['litmus']}>
        {QUESTIONS.map((question) => (
          <p key={question} className={classes['question']}>
            <span>{t.text(`relationships.litmus.${question}`)}</span>
            <b>{word(litmus[question])}</b>
          </p>
        ))}
        {litmus.note && <p className={classes['question']}>{litmus.note}</p>}
        {litmus.at && (
          <span className={classes['quiet']}>
            {t.text('relationships.litmus.by', {
              name: litmus.byName ?? t.text('relationships.somebody'),
              day: shortDay(new Date(litmus.at), new Date(), t),
            })}
          </span>
        )}
        {isMutual && isMissing && (
          <span className={classes['missing']}>{t.text('relationships.litmus.why')}</span>
        )}
      </div>
      {isAnswering && <LitmusDialog relationship={relationship} onClose={() => setAnswering(false)} />}
    </Panel>
  );
}
