import { ActionIcon, Button, FileButton, Group, Tooltip } from '@mantine/core';
import { IconPaperclip, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { ApiProblem } from '../../../api/problem.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import type { CampaignKind } from '../campaign-views.js';
import { draftOf, readDraft } from './field-draft.js';
import { FieldInput } from './field-input.js';
import { FieldValue } from './field-value.js';
import classes from './pitch.module.css';
import { type KindField, type PitchDetail, pitchActs } from './pitch-api.js';
import { ProofField } from './proof-field.js';
import { usePitchAct } from './use-pitch-act.js';

/** The kind's own fields: read at a glance, each written in place. What the next stage asks for is marked. */
export function FieldsPanel({ pitch, kind }: { readonly pitch: PitchDetail; readonly kind: CampaignKind }) {
  const t = useMessages();
  const mayWrite = useMay('write') && pitch.archivedAt === null;
  const here = pitch.steps.findIndex(({ stage }) => stage === pitch.stage);
  const wanted = new Set(pitch.steps.slice(here + 1, here + 2).flatMap(({ missing }) => missing));
  return (
    <Panel title={t.text('campaigns.pitch.fields')} flush>
      {kind.fields.map((field) => {
        const props = { pitch, field, mayWrite, isWanted: wanted.has(field.key) };
        if (field.type === 'files') return <FilesField key={field.key} {...props} />;
        if (field.type === 'proof') return <ProofField key={field.key} {...props} />;
        return <OneField key={field.key} {...props} />;
      })}
    </Panel>
  );
}

interface FieldProps {
  readonly pitch: PitchDetail;
  readonly field: KindField;
  readonly mayWrite: boolean;
  /** The next stage asks for it, and it is empty. */
  readonly isWanted: boolean;
}

function OneField({ pitch, field, mayWrite, isWanted }: FieldProps) {
  const t = useMessages();
  const [isEditing, setEditing] = useState(false);
  const value = pitch.fields[field.key];
  const label = t.text('campaigns.pitch.editField', { field: field.name });
  if (isEditing) return <FieldForm pitch={pitch} field={field} onClose={() => setEditing(false)} />;
  return (
    <div className={classes['field']}>
      <div className={classes['fieldName']}>{field.name}</div>
      <div className={classes['fieldValue']} data-long={field.type === 'long_text' || undefined}>
        <FieldValue field={field} value={value} isWanted={isWanted} />
      </div>
      {mayWrite && (
        <Tooltip label={label}>
          <ActionIcon className={classes['fieldEdit']} aria-label={label} onClick={() => setEditing(true)}>
            <IconPencil size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}

/** Writes one field; a refusal stands at it, and what was typed stays. */
function FieldForm({
  pitch,
  field,
  onClose,
}: {
  readonly pitch: PitchDetail;
  readonly field: KindField;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const before = pitch.fields[field.key] ?? null;
  const [draft, setDraft] = useState(() => draftOf(field, before));
  const [isUnreadable, setUnreadable] = useState(false);
  const { act, isBusy, problem } = usePitchAct(pitch.id);
  const fault =
    problem instanceof ApiProblem
      ? problem.errors.find((error) => error.field.startsWith(`fields.${field.key}`))
      : undefined;
  const save = async () => {
    const read = readDraft(field, draft);
    setUnreadable(!read.ok);
    if (!read.ok) return;
    const fields = { [field.key]: read.value };
    if (await act(() => pitchActs.change(pitch.id, { revision: pitch.revision, fields }))) onClose();
  };
  return (
    <form
      className={classes['fieldForm']}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <FieldInput
        field={field}
        draft={draft}
        error={isUnreadable ? t.text('campaigns.pitch.unreadable') : fault?.message}
        onChange={setDraft}
      />
      {!fault && <ProblemAlert error={problem} />}
      <Group gap="xs" mt="xs" justify="flex-end">
        <Button variant="default" size="compact-sm" onClick={onClose}>
          {t.text('app.cancel')}
        </Button>
        <Button type="submit" size="compact-sm" loading={isBusy}>
          {t.text('app.save')}
        </Button>
      </Group>
    </form>
  );
}

function FilesField({ pitch, field, mayWrite, isWanted }: FieldProps) {
  const t = useMessages();
  const { act, isBusy, problem } = usePitchAct(pitch.id);
  const files = pitch.files.filter((file) => file.field === field.key);
  const add = (file: File | null) => file && void act(() => pitchActs.addFile(pitch.id, field.key, file));
  return (
    <div className={classes['field']}>
      <div className={classes['fieldName']}>{field.name}</div>
      <div className={classes['fieldValue']}>
        {files.length === 0 && <FieldValue field={field} value={undefined} isWanted={isWanted} />}
        {files.length > 0 && (
          <ul className={classes['files']}>
            {files.map((file) => (
              <li key={file.id} className={classes['file']}>
                <IconPaperclip size={14} stroke={1.75} aria-hidden />
                <a className={classes['fileName']} href={`/api/v1/pitch-files/${file.id}`}>
                  {file.name}
                </a>
                {mayWrite && (
                  <ActionIcon
                    size="sm"
                    aria-label={t.text('campaigns.pitch.removeFile', { name: file.name })}
                    onClick={() => void act(() => pitchActs.removeFile(file.id))}
                  >
                    <IconTrash size={14} stroke={1.75} aria-hidden />
                  </ActionIcon>
                )}
              </li>
            ))}
          </ul>
        )}
        <ProblemAlert error={problem} />
      </div>
      {mayWrite && (
        <FileButton onChange={add}>
          {(button) => (
            <Button
              {...button}
              className={classes['fieldEdit']}
              variant="default"
              size="compact-sm"
              loading={isBusy}
            >
              {t.text('campaigns.pitch.addFile')}
            </Button>
          )}
        </FileButton>
      )}
    </div>
  );
}
