import { Select, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { query } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import classes from './form.module.css';
import { guessBrand, isOnlyASite } from './guess-brand.js';
import type { FieldFault, FieldName, PlacementDraft } from './placement-form.js';

interface Props {
  readonly draft: PlacementDraft;
  readonly faults: Partial<Record<FieldName, FieldFault>>;
  readonly change: (to: Partial<PlacementDraft>) => void;
}

/** The page that links, the page it leads to, and whose it is. The brand is guessed from the target. */
export function AddressFields({ draft, faults, change }: Props) {
  const t = useMessages();
  const { data } = query.useQuery('get', '/api/v1/clients');
  const clients = data?.items ?? [];
  const brands = clients.flatMap((client) => client.brands).filter((brand) => brand.archivedAt === null);
  const guessed = guessBrand(draft.target, brands);
  const says = (name: FieldName) => {
    const fault = faults[name];
    return fault && t.text(`placements.form.${fault}`);
  };
  const onTarget = (target: string) => {
    const before = guessBrand(draft.target, brands);
    const isOurs = draft.brandId === '' || draft.brandId === before?.id;
    const next = guessBrand(target, brands);
    change({ target, ...(isOurs && next ? { brandId: next.id } : {}) });
  };
  return (
    <>
      <TextInput
        label={t.text('placements.form.source')}
        description={t.text(
          isOnlyASite(draft.source) ? 'placements.form.sourceSite' : 'placements.form.sourceHint',
        )}
        withAsterisk
        inputMode="url"
        autoComplete="off"
        data-autofocus
        value={draft.source}
        error={says('source')}
        onChange={(event) => change({ source: event.currentTarget.value })}
      />
      <TextInput
        label={t.text('placements.form.target')}
        description={t.text('placements.form.targetHint')}
        withAsterisk
        inputMode="url"
        autoComplete="off"
        value={draft.target}
        error={says('target')}
        onChange={(event) => onTarget(event.currentTarget.value)}
      />
      <Select
        label={t.text('placements.field.brand')}
        description={
          guessed && guessed.id === draft.brandId
            ? t.text('placements.form.brandGuessed', { brand: guessed.name })
            : t.text('placements.form.brandHint')
        }
        withAsterisk
        data={clients.map((client) => ({
          group: client.name,
          items: client.brands
            .filter((brand) => brand.archivedAt === null)
            .map((brand) => ({ value: brand.id, label: brand.name })),
        }))}
        value={draft.brandId || null}
        searchable
        error={says('brandId')}
        onChange={(brandId) => change({ brandId: brandId ?? '' })}
      />
      {data && brands.length === 0 && (
        <p className={classes['guess']}>
          {t.text('placements.form.noBrand')} <Link to="/clients">{t.text('placements.form.toClients')}</Link>
        </p>
      )}
    </>
  );
}
