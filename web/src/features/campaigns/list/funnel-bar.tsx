import { Tooltip } from '@mantine/core';
import { useMessages } from '../../../i18n/messages-provider.js';
import type { CampaignRow } from '../campaign-views.js';
import classes from '../campaigns.module.css';

type Funnel = Pick<CampaignRow, 'funnel' | 'wonCount'>;

/** How deep the colour of a stage is: a fourth of the way, half, three fourths, all. */
const RANKS = 4;

/** Where the pitches of a campaign stand, as one bar from its first stage to its last. */
export function FunnelBar({ campaign }: { readonly campaign: Funnel }) {
  const t = useMessages();
  const filled = campaign.funnel.filter(({ count }) => count > 0);
  const label =
    filled.length === 0
      ? t.text('campaigns.funnel.empty')
      : filled.map(({ name, count }) => t.text('campaigns.funnel.stage', { name, count })).join(', ');
  return (
    <Tooltip label={label} multiline>
      <span className={classes['funnel']} role="img" aria-label={label}>
        {filled.length === 0 && <span className={classes['funnelEmpty']} />}
        {campaign.funnel.map(({ stage, count }, place) =>
          count === 0 ? null : (
            <span
              key={stage}
              className={classes['funnelPart']}
              style={{ flexGrow: count }}
              data-rank={Math.min(RANKS - 1, Math.floor((RANKS * place) / campaign.funnel.length))}
            />
          ),
        )}
      </span>
    </Tooltip>
  );
}
