import { Button, SegmentedControl } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportOutcome, ImportView } from '../../../api/import-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import classes from '../imports.module.css';
import { errorsAddress } from '../imports-api.js';
import { OutcomeTable } from './outcome-table.js';

const KINDS = ['bad', 'skipped', 'duplicate', 'created', 'changed', 'kept'] as const;
type Kind = (typeof KINDS)[number];

/** The outcomes a kind stands for, of a dry run or of a run. */
function outcomesOf({ state }: ImportView, kind: Kind): readonly ImportOutcome[] {
  const isTrial = state === 'tried';
  if (kind === 'created') return [isTrial ? 'would_create' : 'created'];
  if (kind === 'changed') return [isTrial ? 'would_change' : 'changed'];
  return kind === 'duplicate' ? ['duplicate', 'duplicate_in_file'] : [kind];
}

/** The rows one by one, by what became of them: the bad ones first, each with its line, its column and why. */
export function OutcomeTables({ made }: { readonly made: ImportView }) {
  const t = useMessages();
  const shown = KINDS.filter((kind) => countOf(made, kind) > 0);
  const [chosen, setChosen] = useState<Kind | null>(null);
  const kind = shown.find((one) => one === chosen) ?? shown[0];
  if (kind === undefined) return null;
  return (
    <Panel
      title={t.text('imports.rows.title')}
      aside={made.counts.bad > 0 && <Download id={made.id} />}
      flush
    >
      {shown.length > 1 && (
        <div className={classes['tabs']}>
          <SegmentedControl
            aria-label={t.text('imports.rows.which')}
            value={kind}
            onChange={(value) => setChosen(KINDS.find((one) => one === value) ?? null)}
            data={shown.map((value) => ({ value, label: t.text(`imports.rows.${value}`) }))}
          />
        </div>
      )}
      {outcomesOf(made, kind).map((outcome) => (
        <OutcomeTable key={outcome} id={made.id} outcome={outcome} />
      ))}
    </Panel>
  );
}

function countOf({ counts, state }: ImportView, kind: Kind): number {
  if (kind === 'kept') return state === 'undone' ? 1 : 0;
  if (state === 'undone' && (kind === 'created' || kind === 'changed')) return 0;
  return counts[kind];
}

function Download({ id }: { readonly id: string }) {
  const t = useMessages();
  return (
    <Button
      variant="default"
      size="compact-sm"
      component="a"
      href={errorsAddress(id)}
      download
      leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
    >
      {t.text('imports.row.download')}
    </Button>
  );
}
