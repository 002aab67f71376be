import { Radio, Stack, Textarea } from '@mantine/core';
import type { ImportGround } from '../../../api/import-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import classes from '../imports.module.css';
import type { SetupNeed } from './setup-need.js';
import type { Planning } from './use-plan.js';

const GROUNDS: readonly ImportGround[] = [
  'consent',
  'published_for_purpose',
  'existing_customer',
  'journalist_request',
  'ongoing_correspondence',
  'other',
  'none_known',
];

interface Props {
  readonly planning: Planning;
  readonly needs: readonly SetupNeed[];
}

/** Why the people of the file may be mailed: one ground for the whole file, or said deliberately that none is known. */
export function GroundPanel({ planning: { plan, change }, needs }: Props) {
  const t = useMessages();
  const isNone = plan.ground === 'none_known';
  return (
    <Panel title={t.text('imports.ground.title')}>
      <Radio.Group
        label={t.text('imports.ground.which')}
        description={t.text('imports.ground.what')}
        required
        error={needs.includes('ground') ? t.text('imports.need.ground') : null}
        value={plan.ground}
        onChange={(ground) => {
          const chosen = GROUNDS.find((known) => known === ground);
          if (chosen) change({ ground: chosen });
        }}
      >
        <Stack gap={8} my="xs">
          {GROUNDS.map((ground) => (
            <Radio
              key={ground}
              value={ground}
              label={t.text(`imports.ground.${ground}`)}
              description={t.text(`imports.groundWhat.${ground}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {plan.ground !== null && !isNone && (
        <Textarea
          className={classes['words'] ?? ''}
          label={t.text('imports.ground.words')}
          description={t.text('imports.ground.wordsWhat')}
          required={plan.ground === 'other'}
          error={needs.includes('ground_note') ? t.text('imports.need.ground_note') : null}
          autosize
          minRows={2}
          maxLength={2000}
          value={plan.groundNote}
          onChange={({ currentTarget }) => change({ groundNote: currentTarget.value })}
        />
      )}
    </Panel>
  );
}
