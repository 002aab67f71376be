import { Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, bodyOf } from '../../../api/client.js';
import { useScope } from '../../../app/session/scope.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { TagNamesInput } from '../edit/tag-names-input.js';
import { useWriters } from '../edit/use-save.js';
import type { Addition } from './web-search-api.js';

interface Values extends Record<string, unknown> {
  readonly tags: string[];
  readonly ownerMemberId: string | null;
  readonly clientId: string | null;
}

interface Props {
  /** Sites by their keys. */
  readonly siteKeys: readonly string[];
  readonly onAdded: (additions: readonly Addition[]) => void;
  readonly onClose: () => void;
}

/** Asks what the chosen sites get as prospects: tags, an owner, and the client they are meant for. */
export function AddFoundDialog({ siteKeys, onAdded, onClose }: Props) {
  const t = useMessages();
  const { clients, client } = useScope();
  const writers = useWriters();
  const form = useForm<Values>({
    initialValues: { tags: [], ownerMemberId: null, clientId: client?.id ?? null },
  });
  const act = useFormAct(form, async ({ tags, ownerMemberId, clientId }, headers) => {
    const body = {
      addresses: [...siteKeys],
      ...(tags.length > 0 ? { tags } : {}),
      ...(ownerMemberId ? { ownerMemberId } : {}),
      ...(clientId ? { clientId } : {}),
    };
    onAdded((await bodyOf(api.POST('/api/v1/prospects/from-addresses', { body, headers }))).items);
    onClose();
  });
  const count = siteKeys.length;
  return (
    <FormDialog
      title={t.text('prospects.found.addTitle', { count })}
      verb={t.text('prospects.found.addVerb', { count })}
      onClose={onClose}
      onSubmit={act.onSubmit}
      isSending={act.isSending}
      problem={act.problem}
    >
      <div>{t.text('prospects.found.addSays')}</div>
      <TagNamesInput
        kind="tag"
        value={form.getValues().tags}
        onChange={(tags) => form.setFieldValue('tags', tags)}
        autoFocus
      />
      <Select
        label={t.text('prospects.column.owner')}
        placeholder={t.text('prospects.nobody')}
        data={writers.map(({ id, name }) => ({ value: id, label: name }))}
        clearable
        {...form.getInputProps('ownerMemberId')}
      />
      <Select
        label={t.text('prospects.found.forClient')}
        description={t.text('prospects.found.forClientWhat')}
        placeholder={t.text('prospects.found.anyClient')}
        data={clients.map(({ id, name }) => ({ value: id, label: name }))}
        clearable
        searchable={clients.length > 8}
        {...form.getInputProps('clientId')}
      />
    </FormDialog>
  );
}
