import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { query } from '../../../api/client.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { Facts, Panel } from '../../../ui/page.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { WebAddress } from '../../../ui/web-address.js';
import { campaignDetail } from '../campaigns-api.js';
import { useWorkers } from '../use-workers.js';
import { type PitchDetail, pitchActs } from './pitch-api.js';
import { usePitchAct } from './use-pitch-act.js';

/** Where the pitch belongs, who works on it, and what it works for. */
export function FactsPanel({ pitch }: { readonly pitch: PitchDetail }) {
  const t = useMessages();
  const mayWrite = useMay('write') && pitch.archivedAt === null;
  const [isEditing, setEditing] = useState(false);
  const rows: { name: string; value: ReactNode }[] = [
    {
      name: t.text('campaigns.one'),
      value: (
        <Link to="/campaigns/$id" params={{ id: pitch.campaignId }}>
          {pitch.campaignName}
        </Link>
      ),
    },
    { name: t.text('campaigns.pitch.brand'), value: `${pitch.brandName} · ${pitch.clientName}` },
    { name: t.text('campaigns.pitch.site'), value: <SiteLink pitch={pitch} /> },
    { name: t.text('campaigns.who.label'), value: pitch.assigneeName ?? t.text('campaigns.who.nobody') },
    {
      name: t.text('campaigns.pitch.target'),
      value: pitch.targetPage ? <WebAddress url={pitch.targetPage.url} /> : '—',
    },
    ...(pitch.asset ? [{ name: t.text('campaigns.pitch.asset'), value: pitch.asset.title }] : []),
    { name: t.text('campaigns.pitch.added'), value: <RelativeTime at={pitch.createdAt} /> },
  ];
  return (
    <Panel
      title={t.text('campaigns.pitch.facts')}
      aside={
        mayWrite && (
          <Button variant="default" size="compact-sm" onClick={() => setEditing(true)}>
            {t.text('campaigns.pitch.edit')}
          </Button>
        )
      }
    >
      <Facts rows={rows} />
      {isEditing && <FactsDialog pitch={pitch} onClose={() => setEditing(false)} />}
    </Panel>
  );
}

function SiteLink({ pitch }: { readonly pitch: PitchDetail }) {
  const t = useMessages();
  if (pitch.prospectId)
    return (
      <Link to="/prospects/$id" params={{ id: pitch.prospectId }}>
        {pitch.displayHost}
      </Link>
    );
  return <>{pitch.displayHost ?? t.text('campaigns.pitch.noSite')}</>;
}

function FactsDialog({ pitch, onClose }: { readonly pitch: PitchDetail; readonly onClose: () => void }) {
  const t = useMessages();
  const workers = useWorkers();
  const campaign = useQuery(campaignDetail(pitch.campaignId)).data;
  const pages =
    query.useQuery('get', '/api/v1/brands/{id}/target-pages', { params: { path: { id: pitch.brandId } } })
      .data?.items ?? [];
  const [assignee, setAssignee] = useState(pitch.assigneeMemberId);
  const [page, setPage] = useState(pitch.targetPage?.id ?? null);
  const [asset, setAsset] = useState(pitch.asset?.id ?? null);
  const assets =
    query.useQuery('get', '/api/v1/assets', { params: { query: { brandId: pitch.brandId, limit: 200 } } })
      .data?.items ?? [];
  // One that was shelved since stays what it is until somebody chooses another.
  const offered =
    pitch.asset === null || assets.some(({ id }) => id === pitch.asset?.id)
      ? assets
      : [pitch.asset, ...assets];
  const [nextStep, setNextStep] = useState(pitch.nextStep);
  const [nextStepOn, setNextStepOn] = useState(pitch.nextStepOn ?? '');
  const [siteAddress, setSiteAddress] = useState('');
  const [label, setLabel] = useState(pitch.label);
  const { act, isBusy, problem } = usePitchAct(pitch.id);
  const own = new Set(campaign?.targetPages.map(({ targetPageId }) => targetPageId));
  const choices = [...pages]
    .filter(({ archivedAt }) => archivedAt === null)
    .sort((one, other) => Number(own.has(other.id)) - Number(own.has(one.id)));
  const save = async () => {
    const change = {
      revision: pitch.revision,
      assigneeMemberId: assignee,
      targetPageId: page,
      assetId: asset,
      nextStep,
      nextStepOn: nextStepOn || null,
      label,
      ...(siteAddress.trim() === '' ? {} : { siteAddress: siteAddress.trim() }),
    };
    if (await act(() => pitchActs.change(pitch.id, change))) onClose();
  };
  return (
    <FormDialog
      title={t.text('campaigns.pitch.edit')}
      verb={t.text('app.save')}
      onClose={onClose}
      isSending={isBusy}
      problem={problem}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        label={t.text('campaigns.pitch.nextStep')}
        description={t.text('campaigns.pitch.nextTeach')}
        value={nextStep}
        maxLength={300}
        onChange={(event) => setNextStep(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        type="date"
        label={t.text('campaigns.pitch.nextOn')}
        value={nextStepOn}
        onChange={(event) => setNextStepOn(event.currentTarget.value)}
      />
      <Select
        label={t.text('campaigns.who.label')}
        data={workers.map(({ id, name }) => ({ value: id, label: name }))}
        value={assignee}
        onChange={setAssignee}
        comboboxProps={{ withinPortal: false }}
        searchable
        clearable
        placeholder={t.text('campaigns.who.nobody')}
      />
      <Select
        label={t.text('campaigns.pitch.target')}
        data={choices.map(({ id, label: name, url }) => ({
          value: id,
          label: name ? `${name} · ${url}` : url,
        }))}
        value={page}
        onChange={setPage}
        comboboxProps={{ withinPortal: false }}
        searchable
        clearable
      />
      {offered.length > 0 && (
        <Select
          label={t.text('campaigns.pitch.asset')}
          description={t.text('campaigns.pitch.assetTeach')}
          data={offered.map(({ id, title }) => ({ value: id, label: title }))}
          value={asset}
          onChange={setAsset}
          comboboxProps={{ withinPortal: false }}
          searchable
          clearable
        />
      )}
      <TextInput
        label={t.text('campaigns.pitch.label')}
        value={label}
        maxLength={200}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      {pitch.siteId === null && (
        <TextInput
          label={t.text('campaigns.pitch.siteAddress')}
          inputMode="url"
          value={siteAddress}
          onChange={(event) => setSiteAddress(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
