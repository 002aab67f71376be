import { Button } from '@mantine/core';
import { IconNote, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { addressInWords } from '../../../ui/address-text.js';
import { NoteDialog } from '../../../ui/note-dialog.js';
import layout from '../../../ui/record-page.module.css';
import { ArrowsMark } from '../arrows.js';
import type { RelationshipDetail } from '../relationship-views.js';
import classes from '../relationships.module.css';
import { WhyDialog } from './why-dialog.js';

/** The server's sentence with the word that begins the reason in bold. */
function WithWhy({ sentence }: { readonly sentence: string }) {
  const why = useMessages().text('relationships.why.label');
  const at = sentence.indexOf(why);
  if (at < 0) return <>{sentence}</>;
  return (
    <>
      {sentence.slice(0, at)}
      <b>{why}</b>
      {sentence.slice(at + why.length)}
    </>
  );
}

/** The relationship as one sentence: who links to whom, and why. */
export function SentenceCard({ relationship }: { readonly relationship: RelationshipDetail }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const [open, setOpen] = useState<'note' | 'why' | null>(null);
  const { arrows, brandHomeUrl, displayHost, reason, sentence } = relationship;
  return (
    <section className={classes['head']} aria-label={t.text('relationships.sentence')}>
      <h2 className={classes['pair']}>
        {addressInWords(brandHomeUrl)} <ArrowsMark arrows={arrows} size={22} /> {displayHost}
      </h2>
      <p className={classes['sentence']}>
        <WithWhy sentence={sentence.text} />
        {!reason && ` ${t.text('relationships.whyNotSaid')}`}
      </p>
      {mayWrite && (
        <div className={layout['acts']}>
          <Button
            variant="default"
            leftSection={<IconPencil size={16} stroke={1.75} aria-hidden />}
            onClick={() => setOpen('why')}
          >
            {t.text('relationships.why.say')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconNote size={16} stroke={1.75} aria-hidden />}
            onClick={() => setOpen('note')}
          >
            {t.text('relationships.timeline.addNote')}
          </Button>
        </div>
      )}
      {open === 'note' && (
        <NoteDialog on={{ kind: 'relationship', id: relationship.id }} onClose={() => setOpen(null)} />
      )}
      {open === 'why' && <WhyDialog relationship={relationship} onClose={() => setOpen(null)} />}
    </section>
  );
}
