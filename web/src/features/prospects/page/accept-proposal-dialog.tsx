import { Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ProposalView, ProspectDetail } from '../../../api/prospect-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { useProspectActs } from './prospect-acts.js';

interface Props {
  readonly prospect: ProspectDetail;
  readonly proposal: ProposalView;
  readonly onClose: () => void;
}

/** Takes a proposed person as a contact, mended where the page was read wrongly. */
export function AcceptProposalDialog({ prospect, proposal, onClose }: Props) {
  const t = useMessages();
  const acts = useProspectActs(prospect);
  const form = useForm({
    initialValues: {
      name: proposal.name,
      position: proposal.position,
      address: proposal.address ?? '',
      takeGround: proposal.proposedGround !== null,
    },
    validate: {
      name: (name, { address }) =>
        name.trim() === '' && address.trim() === '' ? t.text('prospects.proposals.nameMissing') : null,
    },
  });
  const act = useFormAct(form, async ({ name, position, address, takeGround }, headers) => {
    const said = {
      ...(name.trim() ? { name: name.trim() } : {}),
      ...(position.trim() ? { position: position.trim() } : {}),
      ...(address.trim() ? { address: address.trim() } : {}),
      takeGround,
    };
    await acts.acceptProposal(proposal.id, said, headers);
    onClose();
  });
  return (
    <FormDialog
      title={t.text('prospects.proposals.accept')}
      verb={t.text('prospects.proposals.accept')}
      onClose={onClose}
      onSubmit={act.onSubmit}
      isSending={act.isSending}
      problem={act.problem}
    >
      {proposal.evidenceText !== '' && <div>{proposal.evidenceText}</div>}
      <TextInput label={t.text('prospects.proposals.name')} data-autofocus {...form.getInputProps('name')} />
      <TextInput label={t.text('prospects.proposals.position')} {...form.getInputProps('position')} />
      <TextInput
        type="email"
        label={t.text('prospects.proposals.address')}
        {...form.getInputProps('address')}
      />
      {proposal.proposedGround !== null && (
        <Switch
          label={t.text('prospects.proposals.takeGround')}
          description={t.text('prospects.proposals.takeGroundWhat')}
          {...form.getInputProps('takeGround', { type: 'checkbox' })}
        />
      )}
    </FormDialog>
  );
}
