import { Checkbox } from '@mantine/core';
import { useMessages } from '../../../i18n/messages-provider.js';
import { FilterButton, FilterChoice } from '../../../ui/record-list-bar.js';
import { NO_PITCH_FILTER, type PitchSearch, pitchFiltersInUse } from '../campaign-search.js';
import { type CampaignKind, PITCH_ENDS, PITCH_STATUSES } from '../campaign-views.js';

interface Props {
  readonly search: PitchSearch;
  readonly change: (to: Partial<PitchSearch>) => void;
  /** The kind whose stages can be chosen; absent where there are several. */
  readonly kind: CampaignKind | undefined;
}

/** All filters of pitches behind one button. */
export function PitchFilters({ search, change, kind }: Props) {
  const t = useMessages();
  return (
    <FilterButton inUse={pitchFiltersInUse(search)} onClear={() => change(NO_PITCH_FILTER)}>
      {kind && (
        <FilterChoice
          label={t.text('campaigns.stage')}
          data={kind.stages.map(({ key, name }) => ({ value: key, label: name }))}
          value={search.stage}
          onChange={(stage) => change({ stage })}
        />
      )}
      <FilterChoice
        label={t.text('campaigns.status')}
        data={PITCH_STATUSES.map((value) => ({ value, label: t.text(`campaigns.pitchStatus.${value}`) }))}
        value={search.status}
        onChange={(status) => change({ status })}
      />
      <FilterChoice
        label={t.text('campaigns.end.label')}
        data={PITCH_ENDS.map((value) => ({ value, label: t.text(`campaigns.end.${value}`) }))}
        value={search.outcome}
        onChange={(outcome) => change({ outcome })}
      />
      {(['overdue', 'stuck', 'unanswered', 'archived'] as const).map((flag) => (
        <Checkbox
          key={flag}
          label={t.text(`campaigns.filter.${flag}`)}
          checked={search[flag] === true}
          onChange={(event) => change({ [flag]: event.currentTarget.checked || undefined })}
        />
      ))}
    </FilterButton>
  );
}
