import type { FindingView } from '../../../api/placement-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { TermChip } from '../../../ui/term-chip.js';
import { evidenceOf } from './evidence-of.js';
import classes from './placement.module.css';

/** The proof beside a finding: what was agreed, what was seen, and what else the check wrote down. */
export function FindingEvidence({ finding }: { readonly finding: FindingView }) {
  const t = useMessages();
  const { agreed, seen, others } = evidenceOf(finding);
  if (agreed === null && seen === null && others.length === 0) return null;
  return (
    <div className={classes['proof']}>
      {agreed !== null && (
        <TermChip standing={finding.severity === 'error' ? 'agreed' : 'expected'} value={agreed} />
      )}
      {seen !== null && <TermChip standing="seen" value={seen} differs={finding.severity !== 'info'} />}
      {others.map(({ name, value }) => {
        const key = `placements.param.${name}`;
        return <span key={name}>{t.has(key) ? t.text(key, { value }) : `${name}: ${value}`}</span>;
      })}
    </div>
  );
}
