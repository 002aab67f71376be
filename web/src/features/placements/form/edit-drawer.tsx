import { Alert, Button, Drawer, Group, Stack, TextInput } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlacementDetail } from '../../../api/placement-views.js';
import type { Messages } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { toast } from '../../../ui/undo-toast.js';
import { expectedRel } from './expected-rel.js';
import { faultsOf, isFaultless, needsSource } from './placement-form.js';
import { SourceFields } from './source-fields.js';
import { TermFields } from './term-fields.js';
import { useEdit } from './use-edit.js';
import { CareFields, WhatFields } from './what-fields.js';

interface Props {
  readonly placement: PlacementDetail;
  readonly onClose: () => void;
}

/** Changes a placement. When somebody else was quicker it says what they changed; nothing that was typed is lost. */
export function EditDrawer({ placement, onClose }: Props) {
  const t = useMessages();
  const edit = useEdit(placement);
  const { before, draft, change } = edit;
  const [isTried, setTried] = useState(false);
  const faults = faultsOf(before, draft);
  const save = async () => {
    setTried(true);
    if (!isFaultless(faults) || !(await edit.save())) return;
    toast(t.text('placements.edit.saved'));
    onClose();
  };
  const fault = isTried ? faults.fields.source : undefined;
  return (
    <Drawer
      opened
      onClose={onClose}
      size={560}
      title={t.text('placements.edit.title')}
      closeButtonProps={{ 'aria-label': t.text('app.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="lg">
          <TextInput
            label={t.text('placements.field.page')}
            description={placement.sourceUrl === null ? t.text('placements.edit.pageHint') : undefined}
            value={draft.source}
            inputMode="url"
            error={fault && t.text(`placements.form.${fault}`)}
            onChange={(event) => change({ source: event.currentTarget.value })}
          />
          <WhatFields draft={draft} change={change} />
          <TermFields
            draft={draft.terms}
            problems={isTried ? faults.terms : {}}
            expectedRel={expectedRel(draft.type, draft.compensation)}
            onChange={(terms) => change({ terms })}
          />
          {needsSource(before, draft) && (
            <SourceFields
              source={draft.terms.source}
              problem={isTried ? faults.source : null}
              onChange={(source) => change({ terms: { ...draft.terms, source } })}
            />
          )}
          <CareFields draft={draft} change={change} />
          <ChangedMeanwhile fields={edit.elsewhere} t={t} />
          <ProblemAlert error={edit.problem} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t.text('app.cancel')}
            </Button>
            <Button type="submit" loading={edit.isSaving}>
              {t.text(edit.elsewhere ? 'placements.edit.saveAnyway' : 'placements.edit.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}

function ChangedMeanwhile({
  fields,
  t,
}: {
  readonly fields: readonly string[] | null;
  readonly t: Messages;
}) {
  if (!fields) return null;
  const names = fields.map((field) => {
    const key = `placements.changed.${field}`;
    return t.has(key) ? t.text(key) : field;
  });
  const list = new Intl.ListFormat(t.locale).format(names);
  return (
    <Alert variant="light" role="alert" icon={<IconUsers size={16} stroke={1.75} aria-hidden />}>
      {names.length > 0
        ? t.text('placements.edit.changed', { fields: list })
        : t.text('placements.edit.changedState')}
    </Alert>
  );
}
