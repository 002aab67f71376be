import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useScope } from '../../../app/session/scope.js';
import { useSession } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { dayIn } from '../../../i18n/times.js';
import { useFormAct } from '../../../ui/form-act.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import type { CampaignKind } from '../campaign-views.js';
import classes from '../campaigns.module.css';
import { campaignActs, refreshCampaigns } from '../campaigns-api.js';
import { type CampaignDraft, freshDraft, pagesOf, wishOf } from '../settings/campaign-draft.js';
import { AgreementFields, GuardFields, NotesField, PeopleFields } from '../settings/campaign-fields.js';
import { draftRules } from '../settings/draft-rules.js';
import { PageFields } from '../settings/page-fields.js';
import { KindCard } from './kind-card.js';

/** A new campaign of one kind: what fits the kind is filled in, the rest is asked. */
export function NewCampaignForm({ kind }: { readonly kind: CampaignKind }) {
  const t = useMessages();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { member } = useSession();
  const { brand, clients } = useScope();
  const only = clients.flatMap((client) => client.brands).filter(({ archivedAt }) => !archivedAt);
  const first = brand?.id ?? (only.length === 1 ? (only[0]?.id ?? null) : null);
  const form = useForm<CampaignDraft>({
    initialValues: freshDraft(kind, { memberId: member.id, brandId: first, today: dayIn(new Date(), t) }),
    validate: draftRules(t),
  });
  const act = useFormAct(form, async (draft, headers) => {
    const made = await campaignActs.add(
      { ...wishOf(draft), kind: kind.key, brandId: draft.brandId ?? '', memberIds: draft.memberIds },
      headers,
    );
    if (draft.pages.length > 0) await campaignActs.setPages(made.id, pagesOf(draft));
    await refreshCampaigns(queries);
    await navigate({ to: '/campaigns/$id', params: { id: made.id }, search: { add: true } });
  });
  const { brandId } = form.getValues();
  return (
    <div className={classes['guide']}>
      <form onSubmit={act.onSubmit} noValidate>
        <Stack gap="md">
          <Panel title={t.text('campaigns.guide.what')}>
            <Stack gap="md">
              <TextInput
                label={t.text('campaigns.form.name')}
                placeholder={t.text('campaigns.guide.namePlaceholder', { kind: kind.name })}
                maxLength={200}
                data-autofocus
                {...form.getInputProps('name')}
              />
              <Select
                label={t.text('campaigns.column.brand')}
                description={t.text('campaigns.guide.brandWhat')}
                data={clients.map((client) => ({
                  group: client.name,
                  items: client.brands
                    .filter(({ archivedAt }) => !archivedAt)
                    .map(({ id, name }) => ({ value: id, label: name })),
                }))}
                searchable
                {...form.getInputProps('brandId')}
                onChange={(id: string | null) => {
                  form.setFieldValue('brandId', id);
                  form.setFieldValue('pages', []);
                }}
              />
            </Stack>
          </Panel>
          {brandId && <PageFields form={form} brandId={brandId} />}
          <AgreementFields form={form} kind={kind} />
          <PeopleFields form={form} kind={kind} />
          <GuardFields form={form} kind={kind} />
          <NotesField form={form} />
          <ProblemAlert error={act.problem} />
          <Group justify="flex-end">
            <Button variant="default" renderRoot={(props) => <Link to="/campaigns/new" {...props} />}>
              {t.text('campaigns.guide.otherKind')}
            </Button>
            <Button type="submit" loading={act.isSending}>
              {t.text('campaigns.guide.begin')}
            </Button>
          </Group>
        </Stack>
      </form>
      <KindCard kind={kind} />
    </div>
  );
}
