import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconArchive, IconArchiveOff } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { amountTyped } from '../../../i18n/money.js';
import { useFormAct } from '../../../ui/form-act.js';
import { Facts, Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { toast, toastProblem, toastWithUndo } from '../../../ui/undo-toast.js';
import type { CampaignDetail, CampaignKind } from '../campaign-views.js';
import { campaignActs, refreshCampaigns } from '../campaigns-api.js';
import { draftOf, pagesOf, wishOf } from './campaign-draft.js';
import { AgreementFields, GuardFields, NotesField, PeopleFields } from './campaign-fields.js';
import { draftRules } from './draft-rules.js';
import { PageFields } from './page-fields.js';

interface Props {
  readonly campaign: CampaignDetail;
  readonly kind: CampaignKind | undefined;
}

/** All that was settled about a campaign, to be changed. */
export function CampaignSettings({ campaign, kind }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const mayWrite = useMay('write') && campaign.archivedAt === null;
  const form = useForm({ initialValues: draftOf(campaign, amountTyped), validate: draftRules(t) });
  const act = useFormAct(form, async (draft) => {
    await campaignActs.change(campaign.id, { revision: campaign.revision, ...wishOf(draft) });
    await campaignActs.setMembers(campaign.id, draft.memberIds);
    await campaignActs.setPages(campaign.id, pagesOf(draft));
    await refreshCampaigns(queries);
    toast(t.text('app.saved'));
  });
  return (
    <form onSubmit={act.onSubmit} noValidate>
      <fieldset disabled={!mayWrite} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <Stack gap="md" maw={860}>
          <Panel title={t.text('campaigns.one')}>
            <Stack gap="md">
              <TextInput
                label={t.text('campaigns.form.name')}
                maxLength={200}
                {...form.getInputProps('name')}
              />
              <Facts
                rows={[
                  { name: t.text('campaigns.column.kind'), value: kind?.name ?? campaign.kind },
                  {
                    name: t.text('campaigns.column.brand'),
                    value: `${campaign.brandName} · ${campaign.clientName}`,
                  },
                ]}
              />
            </Stack>
          </Panel>
          <AgreementFields form={form} kind={kind} />
          <PageFields form={form} brandId={campaign.brandId} />
          <PeopleFields form={form} kind={kind} />
          <GuardFields form={form} kind={kind} />
          <NotesField form={form} />
          <ProblemAlert error={act.problem} />
          {mayWrite && (
            <Group justify="flex-end">
              <Button type="submit" loading={act.isSending}>
                {t.text('app.save')}
              </Button>
            </Group>
          )}
        </Stack>
      </fieldset>
      <Shelve campaign={campaign} />
    </form>
  );
}

function Shelve({ campaign }: Pick<Props, 'campaign'>) {
  const t = useMessages();
  const queries = useQueryClient();
  const isAway = campaign.archivedAt !== null;
  if (!useMay('write')) return null;
  const shelve = (away: boolean) =>
    (away ? campaignActs.archive(campaign.id) : campaignActs.restore(campaign.id)).then(() =>
      refreshCampaigns(queries),
    );
  const run = () => {
    shelve(!isAway).then(
      () =>
        toastWithUndo(
          t,
          t.text(isAway ? 'campaigns.restored' : 'campaigns.archived', { name: campaign.name }),
          () => shelve(isAway),
        ),
      (error: unknown) => toastProblem(t, error),
    );
  };
  const Icon = isAway ? IconArchiveOff : IconArchive;
  return (
    <Group mt="md">
      <Button variant="default" leftSection={<Icon size={16} stroke={1.75} aria-hidden />} onClick={run}>
        {t.text(isAway ? 'campaigns.restore' : 'campaigns.archive')}
      </Button>
    </Group>
  );
}
