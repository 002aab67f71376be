import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { PlacementDetail } from '../../../api/placement-views.js';
import type { Messages } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { TermChip } from '../../../ui/term-chip.js';
import classes from '../page/placement.module.css';
import { termValue } from '../page/term-line.js';
import { type Acceptance, acceptances } from './accept-words.js';
import { ActModal } from './act-modal.js';
import { useActs } from './placement-acts.js';

interface Props {
  readonly placement: PlacementDetail;
  readonly onClose: () => void;
}

/** Says which agreements will be written over before they are, and with what. */
export function AcceptModal({ placement, onClose }: Props) {
  const t = useMessages();
  const acts = useActs(placement.id);
  const lines = acceptances(placement.findings, placement.terms.match);
  const form = useForm({ initialValues: { note: '' } });
  const act = useFormAct(form, async ({ note }) => {
    await acts.accept(note.trim());
    onClose();
  });
  return (
    <ActModal
      title={t.text('placements.act.accept')}
      verb={t.text('placements.act.accept')}
      onClose={onClose}
      act={act}
    >
      <div>
        {t.text('placements.accept.says', { count: lines.length })}
        <ul className={classes['accepts']}>
          {lines.map((line) => (
            <AcceptLine key={line.term} line={line} t={t} />
          ))}
        </ul>
      </div>
      <Textarea
        label={t.text('placements.accept.note')}
        description={t.text('placements.accept.noteHint')}
        autosize
        minRows={2}
        data-autofocus
        {...form.getInputProps('note')}
      />
    </ActModal>
  );
}

function AcceptLine({ line, t }: { readonly line: Acceptance; readonly t: Messages }) {
  const say = (value: string | null) => {
    if (value === null) return '—';
    return termValue(t, line.term, value);
  };
  return (
    <li>
      <span className={classes['quiet']}>{t.text(`placements.term.${line.term}`)}</span>{' '}
      <s>
        <TermChip standing="agreed" value={say(line.from)} />
      </s>{' '}
      <span aria-hidden>→</span> <TermChip standing="agreed" value={say(line.to)} />
    </li>
  );
}
