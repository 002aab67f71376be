import { Badge, Button, Checkbox, Select } from '@mantine/core';
import { useMessages } from '../../../i18n/messages-provider.js';
import lines from '../../../ui/enrollment-steps.module.css';
import { MomentRange } from '../../../ui/moment-range.js';
import { Panel } from '../../../ui/page.js';
import classes from '../sequences.module.css';
import type { PitchPreview, StepEdit, StepPreview } from '../sequences-api.js';

interface Props {
  readonly item: PitchPreview;
  readonly edits: readonly StepEdit[];
  /** Whether it is left out of what is enrolled; null where that is not asked. */
  readonly leaveOut: { readonly isOut: boolean; readonly onChange: (isOut: boolean) => void } | null;
  readonly onContact: (contactId: string) => void;
  readonly onEdit: (stepNo: number) => void;
}

/** One pitch before it is enrolled: whom it goes to, what stands against it, every mail and when it goes. */
export function PitchPreviewPanel({ item, edits, leaveOut, onContact, onEdit }: Props) {
  const t = useMessages();
  return (
    <Panel
      title={item.pitchLabel}
      aside={
        leaveOut && (
          <Checkbox
            label={t.text('sequences.check.enrolIt')}
            aria-label={t.text('sequences.check.enrolOne', { name: item.pitchLabel })}
            checked={!leaveOut.isOut}
            onChange={(event) => leaveOut.onChange(!event.currentTarget.checked)}
          />
        )
      }
    >
      <div className={classes['pitch']}>
        <Select
          label={t.text('sequences.contact')}
          placeholder={t.text('sequences.nobody')}
          allowDeselect={false}
          data={item.contacts.map(({ id, name, address }) => ({
            value: id,
            label: address === null ? name : `${name} · ${address}`,
          }))}
          value={item.contact?.id ?? null}
          onChange={(contactId) => contactId !== null && onContact(contactId)}
        />
        {item.refusals.length > 0 && (
          <ul className={classes['refusals']}>
            {item.refusals.map(({ code, blocks }) => (
              <li key={code}>
                <Refusal code={code} isBlocking={blocks} />
              </li>
            ))}
          </ul>
        )}
        <ol className={lines['line']} aria-label={t.text('sequences.steps')}>
          {item.steps.map((step) => (
            <Step
              key={step.stepNo}
              step={step}
              edit={edits.find(({ stepNo }) => stepNo === step.stepNo)}
              onEdit={onEdit}
            />
          ))}
        </ol>
      </div>
    </Panel>
  );
}

function Refusal({ code, isBlocking }: { readonly code: string; readonly isBlocking: boolean }) {
  const t = useMessages();
  const key = `sequences.refusal.${code}`;
  const sentence = t.has(key) ? t.text(key) : code;
  return isBlocking ? <strong>{sentence}</strong> : sentence;
}

interface StepProps {
  readonly step: StepPreview;
  readonly edit: StepEdit | undefined;
  readonly onEdit: (stepNo: number) => void;
}

function Step({ step, edit, onEdit }: StepProps) {
  const t = useMessages();
  const { stepNo, kind, note, missing } = step;
  const text = edit?.text ?? step.text;
  return (
    <li className={lines['step']}>
      <div className={lines['head']}>
        <span className={lines['title']}>
          {edit?.subject ?? step.subject ?? step.taskTitle ?? t.text(`sequences.step.${kind}`)}{' '}
          {edit && <Badge variant="light">{t.text('sequences.edited')}</Badge>}
        </span>
        <span className={lines['quiet']}>
          {step.isPassed ? (
            t.text('sequences.passed')
          ) : (
            <MomentRange earliestAt={step.earliestAt} latestAt={step.latestAt} />
          )}
          {note && ` · ${t.text(`sequences.note.${note}`)}`}
        </span>
      </div>
      {missing.length > 0 && !edit && (
        <strong className={lines['quiet']}>
          {t.text('sequences.missing', { names: missing.join(', ') })}
        </strong>
      )}
      {text !== null && <p className={lines['text']}>{text}</p>}
      {kind === 'mail' && !step.isPassed && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t.text('sequences.editStep', { no: stepNo })}
          onClick={() => onEdit(stepNo)}
        >
          {t.text('sequences.edit')}
        </Button>
      )}
    </li>
  );
}
