import { List, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { ProspectDetail } from '../../../api/prospect-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { dayIn } from '../../../i18n/times.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { siteConditions, siteContacts, siteDetail, sitePublishers } from '../site-api.js';
import { useProspectActs } from './prospect-acts.js';
import { PublisherSelect } from './publisher-select.js';

/** Writes down that a site changed hands, after saying what will happen in numbers. It can be taken back for ten minutes. */
export function NewOwnerDialog({
  prospect,
  onClose,
}: {
  readonly prospect: ProspectDetail;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const acts = useProspectActs(prospect);
  const form = useForm({
    initialValues: { publisher: '', sinceOn: dayIn(new Date(), t), note: '' },
    validate: {
      publisher: (name) => (name.trim() === '' ? t.text('prospects.owner.missing') : null),
      sinceOn: (day) => (day === '' ? t.text('prospects.owner.dayMissing') : null),
    },
  });
  const act = useFormAct(form, async ({ publisher, sinceOn, note }) => {
    await acts.newOwner({
      publisherName: publisher.trim(),
      sinceOn,
      ...(note.trim() ? { note: note.trim() } : {}),
    });
    onClose();
  });
  return (
    <FormDialog
      title={t.text('prospects.owner.title', { host: prospect.displayHost })}
      verb={t.text('prospects.owner.verb')}
      onClose={onClose}
      onSubmit={act.onSubmit}
      isSending={act.isSending}
      problem={act.problem}
      size="lg"
    >
      <Consequences siteId={prospect.siteId} />
      <PublisherSelect
        label={t.text('prospects.owner.publisher')}
        description={t.text('prospects.owner.publisherWhat')}
        {...form.getInputProps('publisher')}
      />
      <TextInput type="date" label={t.text('prospects.owner.since')} {...form.getInputProps('sinceOn')} />
      <Textarea
        label={t.text('prospects.note')}
        description={t.text('prospects.owner.noteWhat')}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('note')}
      />
    </FormDialog>
  );
}

/** What the change means for what is known of the site, in numbers. */
function Consequences({ siteId }: { readonly siteId: string }) {
  const t = useMessages();
  const contacts = useQuery(siteContacts(siteId)).data?.items ?? [];
  const conditions = useQuery(siteConditions(siteId)).data ?? [];
  const owner = (useQuery(sitePublishers(siteId)).data ?? []).find(
    ({ role, isFormer }) => role === 'owner' && !isFormer,
  );
  const followed = useQuery(siteDetail(siteId)).data?.placementCount ?? 0;
  const people = contacts.filter(({ isFormer }) => !isFormer).length;
  const terms = conditions.filter(({ outdatedAt }) => outdatedAt === null).length;
  return (
    <div>
      {t.text('prospects.owner.says')}
      <List size="sm" mt="xs" spacing={4}>
        {owner && <List.Item>{t.text('prospects.owner.former', { name: owner.name })}</List.Item>}
        <List.Item>{t.text('prospects.owner.contacts', { count: people })}</List.Item>
        <List.Item>{t.text('prospects.owner.conditions', { count: terms })}</List.Item>
        <List.Item>{t.text('prospects.owner.placements', { count: followed })}</List.Item>
      </List>
    </div>
  );
}
