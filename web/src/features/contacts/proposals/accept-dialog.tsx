import { Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { toast } from '../../../ui/undo-toast.js';
import type { Proposal } from '../contact-views.js';
import { showContact } from '../contacts-api.js';
import { type PersonDraft, personDraft } from '../new/person-draft.js';
import { PersonFields } from '../new/person-fields.js';
import { PROPOSALS, proposalActs } from './proposals-api.js';

interface Props {
  readonly proposal: Proposal;
  readonly onClose: () => void;
}

interface ProposalDraft extends PersonDraft {
  readonly address: string;
  readonly takeGround: boolean;
}

/** Makes a contact of a proposal, with whatever was read wrongly mended. */
export function AcceptDialog({ proposal, onClose }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const form = useForm<ProposalDraft>({
    initialValues: {
      ...personDraft({ name: proposal.name, position: proposal.position }),
      address: proposal.address ?? '',
      takeGround: proposal.proposedGround !== null,
    },
  });
  const act = useFormAct(
    form,
    async ({ addresses: _, siteAddresses: __, address, takeGround, ...person }) => {
      const made = await proposalActs.accept(proposal.id, {
        ...person,
        ...(address.trim() ? { address: address.trim() } : {}),
        ...(proposal.proposedGround ? { takeGround } : {}),
      });
      await showContact(queries, made);
      await queries.invalidateQueries({ queryKey: PROPOSALS });
      toast(t.text('contacts.added'));
      onClose();
    },
  );
  return (
    <FormDialog
      title={t.text('contacts.proposals.accept')}
      verb={t.text('contacts.proposals.accept')}
      onClose={onClose}
      size="lg"
      {...act}
    >
      <TextInput
        label={t.text('contacts.field.name')}
        maxLength={200}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t.text('contacts.address.one')}
        inputMode="email"
        autoComplete="off"
        {...form.getInputProps('address')}
      />
      <PersonFields form={form} />
      {proposal.proposedGround && (
        <Checkbox
          label={t.text('contacts.proposals.takeGround', {
            ground: t.text(`contacts.ground.${proposal.proposedGround}`),
          })}
          description={proposal.pageUrl}
          {...form.getInputProps('takeGround', { type: 'checkbox' })}
        />
      )}
    </FormDialog>
  );
}
