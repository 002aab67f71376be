import { Checkbox, Radio, Select, Stack, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { query } from '../../../api/client.js';
import type { ImportContent, ImportOptions } from '../../../api/import-views.js';
import { COMPENSATIONS, PLACEMENT_TYPES } from '../../../api/placement-words.js';
import { PROSPECT_STATUSES } from '../../../api/prospect-words.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import { tellsPrices } from '../column-mapping.js';
import classes from '../imports.module.css';
import type { SetupNeed } from './setup-need.js';
import type { Planning } from './use-plan.js';

const OF_LINKS: readonly ImportContent[] = ['links_to_us', 'links_to_them', 'linking_sites'];
const OF_BRANDS: readonly ImportContent[] = [...OF_LINKS, 'placements', 'target_pages'];
const OF_RECORDS: readonly ImportContent[] = ['prospects', 'contacts', 'link_gap'];
/** Contents whose files tell of a day. */
const OF_A_DAY: readonly ImportContent[] = [...OF_LINKS, 'link_gap', 'target_pages', 'prospects'];
/** Contents that are no prospects by themselves and name sites. */
const MAY_BE_PROSPECTS: readonly ImportContent[] = [...OF_LINKS, 'contacts'];

interface Props {
  readonly planning: Planning;
  readonly needs: readonly SetupNeed[];
}

/** How the rows are taken: whose they are, what they may write over, and what comes with them. */
export function OptionsPanel({ planning: { plan, change }, needs }: Props) {
  const t = useMessages();
  const { content, options } = plan;
  const set = (to: Partial<ImportOptions>) => change({ options: { ...options, ...to } });
  const makesProspects =
    content === 'prospects' ||
    content === 'link_gap' ||
    (MAY_BE_PROSPECTS.includes(content) && options.alsoProspects);
  return (
    <Panel title={t.text('imports.options.title')}>
      <Stack gap="md">
        <div className={classes['three']}>
          {OF_BRANDS.includes(content) && (
            <BrandChoice
              value={options.brandId ?? null}
              isTold={content !== 'linking_sites'}
              isMissing={needs.includes('brand')}
              onChange={(brandId) => set({ brandId })}
            />
          )}
          {content === 'placements' && <PlacementDefaults options={options} set={set} />}
          {tellsOfDay(plan) && (
            <TextInput
              type="date"
              label={t.text('imports.options.observedOn')}
              description={t.text('imports.options.observedOnWhat')}
              value={options.observedOn ?? ''}
              onChange={({ currentTarget }) => set({ observedOn: currentTarget.value || null })}
            />
          )}
        </div>
        {OF_LINKS.includes(content) && (
          <Checkbox
            size="md"
            label={t.text('imports.options.isComplete')}
            description={t.text(completeWords(content, Boolean(options.brandId)))}
            disabled={!options.brandId}
            checked={Boolean(options.brandId) && (options.isComplete ?? false)}
            onChange={({ currentTarget }) => set({ isComplete: currentTarget.checked })}
          />
        )}
        {content === 'placements' && <ConditionsChoice plan={plan} set={set} />}
        {MAY_BE_PROSPECTS.includes(content) && (
          <Checkbox
            size="md"
            label={t.text('imports.options.alsoProspects')}
            description={t.text('imports.options.alsoProspectsWhat')}
            checked={options.alsoProspects ?? false}
            onChange={({ currentTarget }) => set({ alsoProspects: currentTarget.checked })}
          />
        )}
        {makesProspects && <ProspectOptions options={options} set={set} />}
        {(OF_RECORDS.includes(content) || makesProspects) && <ModeChoice options={options} set={set} />}
      </Stack>
    </Panel>
  );
}

/** What is lost by a complete export: links, or sites of a tool's list. */
function completeWords(content: ImportContent, hasBrand: boolean) {
  if (!hasBrand) return 'imports.options.isCompleteBrand';
  return content === 'linking_sites' ? 'imports.options.isCompleteSites' : 'imports.options.isCompleteWhat';
}

/** Whether it matters which day the file is of: what tools counted, and what was asked, is of a day. */
function tellsOfDay({ content, mapping, options }: Planning['plan']): boolean {
  if (OF_A_DAY.includes(content)) return true;
  return tellsPrices(mapping) && (content !== 'placements' || options.alsoConditions === true);
}

interface OptionProps {
  readonly options: ImportOptions;
  readonly set: (to: Partial<ImportOptions>) => void;
}

/** Asked only where the file has prices: what was paid once is not what is asked, unless the person says so. */
function ConditionsChoice({
  plan,
  set,
}: {
  readonly plan: Planning['plan'];
  readonly set: OptionProps['set'];
}) {
  const t = useMessages();
  if (!tellsPrices(plan.mapping)) return null;
  return (
    <Checkbox
      size="md"
      label={t.text('imports.options.alsoConditions')}
      description={t.text('imports.options.alsoConditionsWhat')}
      checked={plan.options.alsoConditions ?? false}
      onChange={({ currentTarget }) => set({ alsoConditions: currentTarget.checked })}
    />
  );
}

function ModeChoice({ options, set }: OptionProps) {
  const t = useMessages();
  return (
    <Radio.Group
      label={t.text('imports.options.mode')}
      value={options.mode ?? 'fill'}
      onChange={(mode) => set({ mode: mode === 'replace' ? 'replace' : 'fill' })}
    >
      <Stack gap={6} mt={6}>
        {(['fill', 'replace'] as const).map((mode) => (
          <Radio
            key={mode}
            value={mode}
            label={t.text(`imports.options.${mode}`)}
            description={t.text(`imports.options.${mode}What`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function ProspectOptions({ options, set }: OptionProps) {
  const t = useMessages();
  const tags = useQuery(query.queryOptions('get', '/api/v1/tags', { params: { query: { kind: 'tag' } } }));
  return (
    <div className={classes['three']}>
      <TagsInput
        label={t.text('imports.options.tags')}
        description={t.text('imports.options.tagsWhat')}
        data={tags.data?.items.map(({ name }) => name) ?? []}
        value={options.tags ?? []}
        maxTags={20}
        acceptValueOnBlur
        onChange={(next) => set({ tags: next })}
      />
      <Select
        label={t.text('imports.options.status')}
        description={t.text('imports.options.statusWhat')}
        placeholder={t.text('prospects.status.new')}
        data={PROSPECT_STATUSES.map((value) => ({ value, label: t.text(`prospects.status.${value}`) }))}
        value={options.status ?? null}
        clearable
        onChange={(status) => set({ status })}
      />
    </div>
  );
}

function PlacementDefaults({ options, set }: OptionProps) {
  const t = useMessages();
  const { defaults } = options;
  return (
    <>
      <Select
        label={t.text('imports.field.type')}
        description={t.text('imports.defaults.typeHint')}
        data={PLACEMENT_TYPES.map((value) => ({ value, label: t.text(`words.type.${value}`) }))}
        value={defaults.type}
        allowDeselect={false}
        onChange={(type) => type && set({ defaults: { ...defaults, type } })}
      />
      <Select
        label={t.text('imports.field.compensation')}
        description={t.text('imports.defaults.compensationHint')}
        data={COMPENSATIONS.map((value) => ({ value, label: t.text(`words.compensation.${value}`) }))}
        value={defaults.compensation}
        allowDeselect={false}
        onChange={(compensation) => compensation && set({ defaults: { ...defaults, compensation } })}
      />
    </>
  );
}

interface BrandProps {
  readonly value: string | null;
  /** Whether rows may tell the brand themselves, by our address in them. */
  readonly isTold: boolean;
  readonly isMissing: boolean;
  readonly onChange: (brandId: string | null) => void;
}

function BrandChoice({ value, isTold, isMissing, onChange }: BrandProps) {
  const t = useMessages();
  const clients = query.useQuery('get', '/api/v1/clients').data?.items ?? [];
  return (
    <Select
      label={t.text('imports.field.brand')}
      description={t.text(isTold ? 'imports.defaults.brandHint' : 'imports.defaults.brandWhose')}
      placeholder={t.text(isTold ? 'imports.defaults.byTarget' : 'imports.defaults.choose')}
      data={clients.map((client) => ({
        group: client.name,
        items: client.brands
          .filter((brand) => brand.archivedAt === null)
          .map((brand) => ({ value: brand.id, label: brand.name })),
      }))}
      value={value}
      error={isMissing ? t.text('imports.need.brand') : null}
      required={!isTold}
      searchable
      clearable
      onChange={onChange}
    />
  );
}
