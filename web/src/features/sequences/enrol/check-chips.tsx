import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import { FilterChip } from '../../../ui/list-page.js';
import type { EnrolSearch } from '../sequence-search.js';
import classes from '../sequences.module.css';
import type { EnrolCheck, EnrolRefusal } from '../sequences-api.js';

interface Props {
  readonly check: EnrolCheck;
  readonly search: EnrolSearch;
  readonly onChange: (part: Pick<EnrolSearch, 'show' | 'code'>) => void;
}

/** The part of an address that narrows a check, as the server takes it. */
export function narrowing({ show, code }: EnrolSearch): { canEnroll?: boolean; code?: EnrolRefusal } {
  return {
    ...(show === undefined ? {} : { canEnroll: show === 'able' }),
    ...(code === undefined ? {} : { code: code as EnrolRefusal }),
  };
}

/** How many would be enrolled and how many not, and for what; each figure shows its pitches. */
export function CheckChips({ check, search, onChange }: Props) {
  const t = useMessages();
  const { able, unable, reasons } = check;
  const chip = (word: string, count: number) => (
    <>
      {word} <b>{countInWords(count, true, t)}</b>
    </>
  );
  return (
    <div
      className={`${classes['bar']} ${classes['checks']}`}
      role="toolbar"
      aria-label={t.text('sequences.check.bar')}
    >
      <FilterChip isOn={search.show === undefined && search.code === undefined} onClick={() => onChange({})}>
        {chip(t.text('sequences.check.all'), able + unable)}
      </FilterChip>
      <FilterChip isOn={search.show === 'able'} onClick={() => onChange({ show: 'able' })}>
        {chip(t.text('sequences.check.able'), able)}
      </FilterChip>
      <FilterChip isOn={search.show === 'unable'} onClick={() => onChange({ show: 'unable' })}>
        {chip(t.text('sequences.check.unable'), unable)}
      </FilterChip>
      {reasons.map(({ code, count }) => (
        <FilterChip key={code} isOn={search.code === code} onClick={() => onChange({ code })}>
          {chip(t.text(`sequences.refusal.${code}`), count)}
        </FilterChip>
      ))}
    </div>
  );
}
