import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { query } from '../../../api/client.js';
import { COMPENSATIONS, PLACEMENT_TYPES } from '../../../api/placement-words.js';
import { holdsWork } from '../../../app/session/holds-work.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import classes from './form.module.css';
import type { PlacementDraft } from './placement-form.js';

interface Props {
  readonly draft: PlacementDraft;
  readonly change: (to: Partial<PlacementDraft>) => void;
}

/** Where it stands and what was given for it: two questions that stay apart, and the label, which is a third. */
export function WhatFields({ draft, change }: Props) {
  const t = useMessages();
  return (
    <>
      <div className={classes['two']}>
        <Select
          label={t.text('placements.column.type')}
          description={t.text('placements.form.typeHint')}
          data={PLACEMENT_TYPES.map((value) => ({ value, label: t.text(`words.type.${value}`) }))}
          value={draft.type}
          allowDeselect={false}
          onChange={(type) => type && change({ type: type })}
        />
        <Select
          label={t.text('placements.field.compensation')}
          description={t.text('placements.form.compensationHint')}
          data={COMPENSATIONS.map((value) => ({ value, label: t.text(`words.compensation.${value}`) }))}
          value={draft.compensation}
          allowDeselect={false}
          onChange={(compensation) => compensation && change({ compensation: compensation })}
        />
      </div>
      <Checkbox
        label={t.text('placements.form.ownNetwork')}
        checked={draft.isOwnNetwork}
        onChange={(event) => change({ isOwnNetwork: event.currentTarget.checked })}
      />
      {draft.compensation !== 'none' && (
        <Checkbox
          label={t.text('placements.form.labellingAgreed')}
          description={t.text('placements.form.labellingHint')}
          checked={draft.labellingAgreed}
          onChange={(event) => change({ labellingAgreed: event.currentTarget.checked })}
        />
      )}
    </>
  );
}

/** Until when it is due, who looks after it, and what else is worth knowing. */
export function CareFields({ draft, change }: Props) {
  const t = useMessages();
  const members =
    query.useQuery('get', '/api/v1/members', { params: { query: { state: 'active' } } }).data?.items ?? [];
  return (
    <>
      <div className={classes['two']}>
        <TextInput
          type="date"
          label={t.text('placements.field.due')}
          description={t.text('placements.form.dueHint')}
          value={draft.dueOn}
          onChange={(event) => change({ dueOn: event.currentTarget.value })}
        />
        <Select
          label={t.text('placements.column.owner')}
          description={t.text('placements.form.ownerHint')}
          data={members
            .filter(({ role }) => holdsWork(role))
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.owner || null}
          placeholder={t.text('placements.noOwner')}
          clearable
          onChange={(owner) => change({ owner: owner ?? '' })}
        />
      </div>
      <Textarea
        label={t.text('placements.field.notes')}
        autosize
        minRows={2}
        maxLength={10_000}
        value={draft.notes}
        onChange={(event) => change({ notes: event.currentTarget.value })}
      />
    </>
  );
}
