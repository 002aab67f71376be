import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { NoneFits } from '../../../ui/none-fits.js';
import { NO_PITCH_FILTER, type PitchSearch, pitchFiltersInUse } from '../campaign-search.js';
import type { CampaignDetail, CampaignKind } from '../campaign-views.js';

interface Props {
  readonly campaign: CampaignDetail;
  readonly kind: CampaignKind | undefined;
  readonly search: PitchSearch;
  readonly change: (to: Partial<PitchSearch>) => void;
}

/** A campaign without pitches says how to begin; a filter that finds none says how to widen it. */
export function NoPitches({ campaign, kind, search, change }: Props) {
  const t = useMessages();
  const mayAdd = useMay('write') && campaign.archivedAt === null;
  const isNarrowed = pitchFiltersInUse(search) > 0 || search.assignee !== undefined || search.q !== undefined;
  if (isNarrowed)
    return (
      <NoneFits
        sentence={t.text('campaigns.none.filter')}
        onClear={() => change({ ...NO_PITCH_FILTER, assignee: undefined, q: undefined })}
      />
    );
  return (
    <EmptyState
      sentence={t.text(campaign.lostCount > 0 ? 'campaigns.none.onlyLost' : 'campaigns.none.pitches', {
        stage: kind?.stages[0]?.name ?? '',
      })}
      action={
        mayAdd && (
          <Button
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => change({ add: true })}
          >
            {t.text('campaigns.add.title')}
          </Button>
        )
      }
    />
  );
}
