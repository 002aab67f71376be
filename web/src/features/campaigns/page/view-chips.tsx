import { IconCalendar, IconLayoutKanban, type IconProps, IconSettings, IconTable } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { FilterChip } from '../../../ui/list-page.js';
import { type CampaignView, VIEWS } from '../campaign-search.js';

const ICONS: Readonly<Record<CampaignView, ComponentType<IconProps>>> = {
  board: IconLayoutKanban,
  table: IconTable,
  calendar: IconCalendar,
  settings: IconSettings,
};

interface Props {
  readonly value: CampaignView;
  readonly onChange: (view: CampaignView) => void;
  readonly views?: readonly CampaignView[];
}

/** The ways to look at the same pitches. */
export function ViewChips({ value, onChange, views = VIEWS }: Props) {
  const t = useMessages();
  return (
    <>
      {views.map((view) => {
        const Icon = ICONS[view];
        return (
          <FilterChip key={view} isOn={view === value} onClick={() => onChange(view)}>
            <Icon size={16} stroke={1.75} aria-hidden />
            {t.text(`campaigns.view.${view}`)}
          </FilterChip>
        );
      })}
    </>
  );
}
