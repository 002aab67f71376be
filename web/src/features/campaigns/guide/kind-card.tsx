import { Stack } from '@mantine/core';
import type { Messages } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import type { CampaignKind } from '../campaign-views.js';
import classes from '../campaigns.module.css';

/** What a kind brings with it: its stages, what is kept of each pitch, its mails, the link it ends in. */
export function KindCard({ kind }: { readonly kind: CampaignKind }) {
  const t = useMessages();
  return (
    <Panel title={kind.name}>
      <Stack gap="md">
        <div>{kind.description}</div>
        <section aria-label={t.text('campaigns.guide.stages')}>
          <b>{t.text('campaigns.guide.stages')}</b>
          <ol className={classes['path']}>
            {kind.stages.map(({ key, name }) => (
              <li key={key}>{name}</li>
            ))}
          </ol>
        </section>
        <section aria-label={t.text('campaigns.guide.fields')}>
          <b>{t.text('campaigns.guide.fields')}</b>
          <div>{kind.fields.map(({ name }) => name).join(', ')}</div>
        </section>
        {kind.sequence.length > 0 && (
          <section aria-label={t.text('campaigns.guide.mails')}>
            <b>{t.text('campaigns.guide.mails')}</b>
            <div>
              {kind.sequence
                .map(({ purpose, afterWorkingDays }) =>
                  t.text('campaigns.guide.mail', {
                    purpose: t.text(`campaigns.purpose.${purpose}`),
                    days: afterWorkingDays,
                  }),
                )
                .join(', ')}
            </div>
          </section>
        )}
        <section aria-label={t.text('campaigns.guide.link')}>
          <b>{t.text('campaigns.guide.link')}</b>
          <div>{linkWords(kind, t)}</div>
        </section>
      </Stack>
    </Panel>
  );
}

/** "guest post · follow": where the link stands, what is given for it, how it is marked. */
function linkWords({ placement }: CampaignKind, t: Messages): string {
  const { type, compensation, rel } = placement;
  return [
    t.text(`words.type.${type}`),
    ...(compensation === 'none' ? [] : [t.text(`words.compensation.${compensation}`)]),
    ...(rel === null ? [] : [t.text(`words.rel.${rel}`)]),
  ].join(' · ');
}
