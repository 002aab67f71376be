import { Alert, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { isProblem } from '../../../api/problem.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { toast } from '../../../ui/undo-toast.js';
import type { ContactDetail } from '../contact-views.js';
import { contactActs, showContact } from '../contacts-api.js';
import { type PersonDraft, personDraft } from './person-draft.js';
import { PersonFields } from './person-fields.js';

interface Props {
  /** The one to change; without it a new one is added. */
  readonly contact?: ContactDetail;
  /** Where a new one works, when that is known already. */
  readonly publisherId?: string;
  readonly onClose: () => void;
}

/** Adds a contact, or changes what is known of the person. */
export function ContactDialog({ contact, publisherId, onClose }: Props) {
  const t = useMessages();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const form = useForm<PersonDraft>({
    initialValues: personDraft(contact),
    validate: {
      name: (name, { addresses }) =>
        name.trim() === '' && addresses.length === 0 && !contact ? t.text('contacts.nameOrAddress') : null,
    },
  });
  const act = useFormAct(form, async ({ addresses, siteAddresses, ...person }, headers) => {
    if (contact) {
      const changed = await contactActs.change(contact.id, { ...person, revision: contact.revision });
      await showContact(queries, changed);
      onClose();
      return;
    }
    const body = {
      ...person,
      addresses: addresses.map((address) => ({ address })),
      siteAddresses,
      ...(publisherId ? { publisherId } : {}),
    };
    const made = await contactActs.add(body, headers);
    await showContact(queries, made);
    toast(t.text('contacts.added'));
    await navigate({ to: '/contacts/$id', params: { id: made.id } });
  });
  const title = t.text(contact ? 'contacts.edit' : 'contacts.add');
  const taken = isProblem(act.problem, 'contact.address_taken') ? act.problem.params['id'] : undefined;
  return (
    <FormDialog
      title={title}
      verb={contact ? t.text('app.save') : title}
      onClose={onClose}
      size="lg"
      {...act}
      problem={typeof taken === 'string' ? null : act.problem}
    >
      <TextInput
        label={t.text('contacts.field.name')}
        maxLength={200}
        data-autofocus
        {...form.getInputProps('name')}
      />
      {!contact && (
        <>
          <TagsInput
            label={t.text('contacts.addresses')}
            description={t.text('contacts.addressesWhat')}
            acceptValueOnBlur
            {...form.getInputProps('addresses')}
          />
          <TagsInput
            label={t.text('contacts.sites')}
            description={t.text('contacts.sitesWhat')}
            placeholder="tuinblog.example"
            acceptValueOnBlur
            {...form.getInputProps('siteAddresses')}
          />
        </>
      )}
      <PersonFields form={form} hints={contact?.hints} />
      {typeof taken === 'string' && (
        <Alert variant="light" role="alert">
          {t.text('contacts.addressTaken')}{' '}
          <Link to="/contacts/$id" params={{ id: taken }}>
            {t.text('contacts.openThem')}
          </Link>
        </Alert>
      )}
    </FormDialog>
  );
}
