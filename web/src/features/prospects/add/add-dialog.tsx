import { Alert, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api, bodyOf } from '../../../api/client.js';
import { isProblem } from '../../../api/problem.js';
import { PROSPECT_STATUSES, type ProspectStatus } from '../../../api/prospect-words.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { languageOptions } from '../../../i18n/places.js';
import { ConflictBanner } from '../../../ui/conflict-banner.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { TagNamesInput } from '../edit/tag-names-input.js';
import { useWriters } from '../edit/use-save.js';
import { refreshLists } from '../prospect-cache.js';
import { knownProspect } from './known-prospect.js';
import { typedAddress } from './typed-site.js';

const AFTER_MS = 300;

interface Values extends Record<string, unknown> {
  readonly address: string;
  readonly status: ProspectStatus;
  readonly ownerMemberId: string | null;
  readonly language: string | null;
  readonly tags: string[];
}

/** A new prospect. While its address is typed it says whether the team has the site already, and who was there before. */
export function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const writers = useWriters();
  const form = useForm<Values>({
    initialValues: {
      address: '',
      status: 'new',
      ownerMemberId: null,
      language: null,
      tags: [],
    },
    validate: {
      address: (text) => (typedAddress(text) === null ? t.text('prospects.add.addressWrong') : null),
    },
  });
  const act = useFormAct(form, async (values, headers) => {
    const { address, status, ownerMemberId, language, tags } = values;
    const body = {
      address: address.trim(),
      status,
      ...(ownerMemberId ? { ownerMemberId } : {}),
      ...(language ? { language } : {}),
      ...(tags.length > 0 ? { tags } : {}),
    };
    const made = await bodyOf(api.POST('/api/v1/prospects', { body, headers }));
    await refreshLists(queries);
    await navigate({ to: '/prospects/$id', params: { id: made.id } });
  });
  const exists = isProblem(act.problem, 'prospect.exists') ? act.problem.params['id'] : null;
  return (
    <FormDialog
      title={t.text('prospects.add.title')}
      verb={t.text('prospects.add.title')}
      onClose={onClose}
      onSubmit={act.onSubmit}
      isSending={act.isSending}
      problem={act.problem}
      size="lg"
    >
      <TextInput
        label={t.text('prospects.add.address')}
        description={t.text('prospects.add.addressWhat')}
        withAsterisk
        data-autofocus
        {...form.getInputProps('address')}
      />
      <Before address={form.getValues().address} />
      {typeof exists === 'string' && (
        <Link to="/prospects/$id" params={{ id: exists }}>
          {t.text('prospects.add.open')}
        </Link>
      )}
      <Select
        label={t.text('prospects.column.status')}
        data={PROSPECT_STATUSES.map((value) => ({ value, label: t.text(`prospects.status.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('status')}
      />
      <Select
        label={t.text('prospects.column.owner')}
        data={writers.map(({ id, name }) => ({ value: id, label: name }))}
        clearable
        {...form.getInputProps('ownerMemberId')}
      />
      <Select
        label={t.text('prospects.column.language')}
        data={languageOptions(t)}
        searchable
        clearable
        {...form.getInputProps('language')}
      />
      <TagNamesInput
        kind="tag"
        value={form.getValues().tags}
        onChange={(tags) => form.setFieldValue('tags', tags)}
      />
    </FormDialog>
  );
}

/** What is known before anything is saved: the file there is already, and the conflict guard. */
function Before({ address }: { readonly address: string }) {
  const t = useMessages();
  const [typed] = useDebouncedValue(address, AFTER_MS);
  const { data } = useQuery(knownProspect(typed));
  if (!data || typedAddress(typed) === null) return null;
  const { prospect, site } = data;
  return (
    <>
      {prospect && (
        <Alert variant="light" role="status">
          {t.rich(prospect.archivedAt === null ? 'prospects.add.exists' : 'prospects.add.existsArchived', {
            host: site.displayHost,
            link: (parts) => (
              <Link key="link" to="/prospects/$id" params={{ id: prospect.id }}>
                {parts}
              </Link>
            ),
          })}
        </Alert>
      )}
      <ConflictBanner siteId={site.id} />
    </>
  );
}
