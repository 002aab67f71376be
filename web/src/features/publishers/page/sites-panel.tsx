import { ActionIcon, Button, Select, TextInput, Tooltip } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlugConnectedX, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { dayInWords } from '../../../i18n/times.js';
import { ConflictBanner } from '../../../ui/conflict-banner.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Panel } from '../../../ui/page.js';
import layout from '../../../ui/record-page.module.css';
import { toast, toastProblem } from '../../../ui/undo-toast.js';
import { type PublisherDetail, type PublisherSite, SITE_ROLES, type SiteRole } from '../publisher-views.js';
import { publisherActs, refreshPublishers } from '../publishers-api.js';

/** A media group has hundreds of sites; the guard of the first ones is shown, each site's own page shows its own. */
const GUARDED_SITES = 10;

/** The sites a publisher stands behind, in which role and since when; former ones stay, in quiet. */
export function SitesPanel({ publisher }: { readonly publisher: PublisherDetail }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const [isAdding, setAdding] = useState(false);
  const sites = [...publisher.sites].sort((a, b) => Number(a.isFormer) - Number(b.isFormer));
  return (
    <Panel
      title={t.text('publishers.sites')}
      flush
      aside={
        mayWrite && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t.text('publishers.site.add')}
          </Button>
        )
      }
    >
      {sites.length === 0 && <p className={layout['hint']}>{t.text('publishers.site.none')}</p>}
      {sites.length > 0 && (
        <Rows label={t.text('publishers.sites')}>
          {sites.map((site, index) => (
            <SiteRow
              key={site.linkId}
              site={site}
              publisherId={publisher.id}
              mayWrite={mayWrite}
              isGuarded={index < GUARDED_SITES}
            />
          ))}
        </Rows>
      )}
      {isAdding && <AddSite publisherId={publisher.id} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

interface RowProps {
  readonly site: PublisherSite;
  readonly publisherId: string;
  readonly mayWrite: boolean;
  readonly isGuarded: boolean;
}

function SiteRow({ site, publisherId, mayWrite, isGuarded }: RowProps) {
  const t = useMessages();
  const queries = useQueryClient();
  const end = () =>
    publisherActs
      .endSite(publisherId, site.linkId)
      .then(
        () => toast(t.text('publishers.site.ended', { site: site.displayHost })),
        (error: unknown) => toastProblem(t, error),
      )
      .finally(() => void refreshPublishers(queries));
  const since = site.sinceOn && t.text('publishers.site.since', { day: dayInWords(site.sinceOn, t) });
  const until = site.untilOn && t.text('publishers.site.until', { day: dayInWords(site.untilOn, t) });
  const verb = t.text('publishers.site.end', { site: site.displayHost });
  return (
    <ListRow
      title={
        <span className={layout['titleRow']}>
          <Link
            to="/sites/$siteId"
            params={{ siteId: site.siteId }}
            className={site.isFormer ? (layout['past'] ?? '') : ''}
          >
            {site.displayHost}
          </Link>
          <span className={layout['tag']}>{t.text(`publishers.role.${site.role}`)}</span>
          {site.isFormer && <span className={layout['tag']}>{t.text('publishers.site.former')}</span>}
        </span>
      }
      note={
        <>
          {[since, until].filter(Boolean).join(' · ')}
          {isGuarded && !site.isFormer && (
            <div className={layout['guard']}>
              <ConflictBanner siteId={site.siteId} />
            </div>
          )}
        </>
      }
    >
      {mayWrite && !site.isFormer && (
        <Tooltip label={verb}>
          <ActionIcon aria-label={verb} onClick={() => void end()}>
            <IconPlugConnectedX size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </ListRow>
  );
}

interface SiteDraft extends Record<string, unknown> {
  readonly address: string;
  readonly role: SiteRole;
  readonly sinceOn: string;
}

function AddSite({ publisherId, onClose }: { readonly publisherId: string; readonly onClose: () => void }) {
  const t = useMessages();
  const queries = useQueryClient();
  const form = useForm<SiteDraft>({ initialValues: { address: '', role: 'owner', sinceOn: '' } });
  const act = useFormAct(form, async ({ address, role, sinceOn }, headers) => {
    const body = { address: address.trim(), role, ...(sinceOn ? { sinceOn } : {}) };
    await publisherActs.addSite(publisherId, body, headers);
    await refreshPublishers(queries);
    onClose();
  });
  const title = t.text('publishers.site.add');
  return (
    <FormDialog title={title} verb={title} onClose={onClose} {...act}>
      <TextInput
        label={t.text('publishers.site.address')}
        description={t.text('publishers.site.addressWhat')}
        inputMode="url"
        data-autofocus
        {...form.getInputProps('address')}
      />
      <Select
        label={t.text('publishers.site.role')}
        data={SITE_ROLES.map((value) => ({ value, label: t.text(`publishers.role.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('role')}
      />
      <TextInput type="date" label={t.text('publishers.site.sinceDay')} {...form.getInputProps('sinceOn')} />
    </FormDialog>
  );
}
