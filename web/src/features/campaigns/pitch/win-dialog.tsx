import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { idempotencyKey } from '../../../api/client.js';
import { COMPENSATIONS, REL_TERMS, SOURCE_KINDS } from '../../../api/placement-words.js';
import { ApiProblem } from '../../../api/problem.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { dayIn } from '../../../i18n/times.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import type { CampaignKind } from '../campaign-views.js';
import classes from './pitch.module.css';
import { type PitchDetail, pitchActs } from './pitch-api.js';
import { usePitchAct } from './use-pitch-act.js';
import { type AgreedDraft, emptyDraft, freshLink, missingIn, type WinDraft, wishOf } from './win-draft.js';

interface Props {
  readonly pitch: PitchDetail;
  readonly kind: CampaignKind;
  readonly onClose: () => void;
}

/** Asks what was agreed and where it is written; the links are awaited from then on. */
export function WinDialog({ pitch, kind, onClose }: Props) {
  const t = useMessages();
  const [draft, setDraft] = useState<WinDraft>(() => emptyDraft(pitch, kind, dayIn(new Date(), t)));
  const [key] = useState(idempotencyKey);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const { act, isBusy, problem } = usePitchAct(pitch.id);
  const faults = problem instanceof ApiProblem ? problem.errors : [];
  const errorAt = (field: string) =>
    missing.includes(field)
      ? t.text('campaigns.pitch.needed')
      : faults.find((fault) => fault.field === field)?.message;
  const change = (part: Partial<WinDraft>) => setDraft({ ...draft, ...part });
  const win = async () => {
    const gaps = missingIn(draft, pitch.siteId !== null);
    setMissing(gaps);
    if (gaps.length > 0) return;
    const wish = wishOf(draft, pitch.revision);
    const says = t.text('campaigns.pitch.won', { count: wish.placements.length });
    if (await act(() => pitchActs.win(pitch.id, wish, key), { says })) onClose();
  };
  return (
    <FormDialog
      size="lg"
      title={t.text('campaigns.pitch.win')}
      verb={t.text('campaigns.pitch.win')}
      onClose={onClose}
      isSending={isBusy}
      problem={problem}
      onSubmit={(event) => {
        event.preventDefault();
        void win();
      }}
    >
      {draft.placements.map((link, no) => (
        <AgreedFields
          key={link.key}
          legend={t.text('campaigns.pitch.link', { no: no + 1 })}
          site={pitch.displayHost}
          link={link}
          errorAt={(name) => errorAt(`placements.${no}.${name}`)}
          onChange={(part) =>
            change({
              placements: draft.placements.map((other) => (other === link ? { ...other, ...part } : other)),
            })
          }
        />
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
        onClick={() =>
          change({ placements: [...draft.placements, freshLink(pitch, kind, draft.placements.length)] })
        }
      >
        {t.text('campaigns.pitch.oneMore')}
      </Button>
      <fieldset className={classes['agreed']}>
        <legend>{t.text('placements.source.title')}</legend>
        <Select
          label={t.text('placements.source.kind')}
          data={SOURCE_KINDS.map((kind) => ({ value: kind, label: t.text(`placements.source.${kind}`) }))}
          value={draft.sourceKind}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(sourceKind) => sourceKind && change({ sourceKind })}
        />
        <TextInput
          type="date"
          label={t.text('placements.source.day')}
          value={draft.agreedOn}
          error={errorAt('source.agreedOn')}
          onChange={(event) => change({ agreedOn: event.currentTarget.value })}
        />
        <Textarea
          className={classes['wide']}
          label={t.text(`placements.source.reference.${draft.sourceKind}`)}
          withAsterisk
          autosize
          minRows={2}
          maxLength={4000}
          value={draft.reference}
          error={errorAt('source.reference')}
          onChange={(event) => change({ reference: event.currentTarget.value })}
        />
      </fieldset>
    </FormDialog>
  );
}

interface AgreedProps {
  readonly legend: string;
  readonly site: string | null;
  readonly link: AgreedDraft;
  readonly errorAt: (name: string) => string | undefined;
  readonly onChange: (part: Partial<AgreedDraft>) => void;
}

/** One link: where it will stand, where it leads, and what was agreed about it. */
function AgreedFields({ legend, site, link, errorAt, onChange }: AgreedProps) {
  const t = useMessages();
  const text = (name: keyof Omit<AgreedDraft, 'key'>) => ({
    label: t.text(`campaigns.pitch.agreed.${name}`),
    value: link[name],
    error: errorAt(name),
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  });
  return (
    <fieldset className={classes['agreed']}>
      <legend>{legend}</legend>
      <TextInput
        {...text('sourceUrl')}
        className={classes['wide']}
        description={site ? t.text('campaigns.pitch.pageTeach', { site }) : undefined}
        inputMode="url"
      />
      <TextInput {...text('targetUrl')} className={classes['wide']} withAsterisk inputMode="url" />
      <TextInput {...text('anchor')} maxLength={1000} />
      <Select
        label={t.text('campaigns.pitch.agreed.rel')}
        data={REL_TERMS.map((rel) => ({ value: rel, label: t.text(`words.rel.${rel}`) }))}
        value={link.rel === '' ? null : link.rel}
        clearable
        placeholder={t.text('campaigns.pitch.notAgreed')}
        comboboxProps={{ withinPortal: false }}
        error={errorAt('rel')}
        onChange={(rel) => onChange({ rel: rel ?? '' })}
      />
      <Select
        label={t.text('campaigns.pitch.agreed.compensation')}
        data={COMPENSATIONS.map((one) => ({ value: one, label: t.text(`words.compensation.${one}`) }))}
        value={link.compensation}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(compensation) => compensation && onChange({ compensation })}
      />
      <TextInput {...text('dueOn')} type="date" />
      <TextInput {...text('durationUntil')} type="date" />
    </fieldset>
  );
}
