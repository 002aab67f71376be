import { ActionIcon, Select, Stack, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { query } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import classes from '../campaigns.module.css';
import { useWorkers } from '../use-workers.js';
import type { CampaignForm } from './campaign-fields.js';

const EMPTY = { ownerMemberId: null, goal: '', nextAction: '', nextActionOn: '' } as const;

/** The pages of the brand the campaign works for, each with who looks after it, its goal and what is next (D28). */
export function PageFields({ form, brandId }: { readonly form: CampaignForm; readonly brandId: string }) {
  const t = useMessages();
  const workers = useWorkers().map(({ id, name }) => ({ value: id, label: name }));
  const path = { params: { path: { id: brandId } } };
  const known =
    query.useQuery('get', '/api/v1/brands/{id}/target-pages', path, { enabled: brandId !== '' }).data
      ?.items ?? [];
  const { pages } = form.getValues();
  const rest = known.filter(({ id }) => !pages.some(({ targetPageId }) => targetPageId === id));
  const nameOf = (id: string) => {
    const page = known.find((one) => one.id === id);
    return page ? page.label || page.url : id;
  };
  return (
    <Panel title={t.text('campaigns.form.pages')}>
      <Stack gap="md">
        <div>{t.text(known.length === 0 ? 'campaigns.form.noPages' : 'campaigns.form.pagesWhat')}</div>
        {pages.map((page, index) => (
          <div key={page.targetPageId} className={classes['pageWish']}>
            <div className={classes['pageHead']}>
              <b>{nameOf(page.targetPageId)}</b>
              <ActionIcon
                size={24}
                aria-label={t.text('campaigns.form.withoutPage', { name: nameOf(page.targetPageId) })}
                onClick={() => form.removeListItem('pages', index)}
              >
                <IconX size={16} stroke={1.75} aria-hidden />
              </ActionIcon>
            </div>
            <div className={classes['two']}>
              <TextInput
                label={t.text('campaigns.form.goal')}
                maxLength={1000}
                {...form.getInputProps(`pages.${index}.goal`)}
              />
              <Select
                label={t.text('campaigns.form.pageOwner')}
                data={workers}
                clearable
                {...form.getInputProps(`pages.${index}.ownerMemberId`)}
              />
              <TextInput
                label={t.text('campaigns.form.nextAction')}
                maxLength={300}
                {...form.getInputProps(`pages.${index}.nextAction`)}
              />
              <TextInput
                type="date"
                label={t.text('campaigns.form.nextActionOn')}
                {...form.getInputProps(`pages.${index}.nextActionOn`)}
              />
            </div>
          </div>
        ))}
        {rest.length > 0 && (
          <Select
            label={t.text('campaigns.form.addPage')}
            data={rest.map(({ id, label, url }) => ({ value: id, label: label ? `${label} · ${url}` : url }))}
            value={null}
            onChange={(id) => id && form.insertListItem('pages', { ...EMPTY, targetPageId: id })}
            searchable={rest.length > 8}
          />
        )}
      </Stack>
    </Panel>
  );
}
