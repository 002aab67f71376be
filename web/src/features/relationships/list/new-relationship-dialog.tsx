import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useScope } from '../../../app/session/scope.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { refreshRelationships, relationshipActs } from '../relationships-api.js';

/** Writes a relationship down before any link is known. */
export function NewRelationshipDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { brand, clients } = useScope();
  const only = clients.flatMap((client) => client.brands).filter(({ archivedAt }) => !archivedAt);
  const first = brand?.id ?? (only.length === 1 ? (only[0]?.id ?? null) : null);
  const form = useForm({
    initialValues: { brandId: first, siteAddress: '' },
    validate: {
      brandId: (id) => (id ? null : t.text('relationships.new.brandNeeded')),
      siteAddress: (address) => (address.trim() ? null : t.text('relationships.new.siteNeeded')),
    },
  });
  const act = useFormAct(form, async ({ brandId, siteAddress }, headers) => {
    const made = await relationshipActs.add(
      { brandId: brandId ?? '', siteAddress: siteAddress.trim() },
      headers,
    );
    await refreshRelationships(queries);
    await navigate({ to: '/relationships/$id', params: { id: made.id } });
  });
  const title = t.text('relationships.add');
  return (
    <FormDialog title={title} verb={title} onClose={onClose} {...act}>
      <TextInput
        label={t.text('relationships.new.site')}
        placeholder="tuinblog.example"
        inputMode="url"
        data-autofocus
        {...form.getInputProps('siteAddress')}
      />
      <Select
        label={t.text('relationships.column.brand')}
        data={clients.map((client) => ({
          group: client.name,
          items: client.brands
            .filter(({ archivedAt }) => !archivedAt)
            .map(({ id, name }) => ({ value: id, label: name })),
        }))}
        searchable
        {...form.getInputProps('brandId')}
      />
    </FormDialog>
  );
}
