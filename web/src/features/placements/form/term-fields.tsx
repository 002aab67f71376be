import { Box, Select, TextInput } from '@mantine/core';
import {
  ACCEPTED_STEPS,
  REGIONS,
  REL_TERMS,
  TERM_NAMES,
  type TermName,
} from '../../../api/placement-words.js';
import type { MessageKey } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import classes from './form.module.css';
import { StandingChoice } from './standing-choice.js';
import type { TermDraft, TermProblem, TermsDraft } from './term-form.js';

interface Props {
  readonly draft: TermsDraft;
  readonly problems: Partial<Record<TermName, TermProblem>>;
  /** The rel that type and compensation make likely, shown dashed until something was agreed. */
  readonly expectedRel: string;
  readonly onChange: (next: TermsDraft) => void;
}

/** The terms, each with its standing: agreed, expected or not known. Only agreed ones can be "not met" later. */
export function TermFields({ draft, problems, expectedRel, onChange }: Props) {
  const t = useMessages();
  const change = (name: TermName, term: TermDraft) =>
    onChange({ ...draft, terms: { ...draft.terms, [name]: term } });
  return (
    <fieldset className={classes['terms']}>
      <legend className={classes['legend']}>{t.text('placements.terms.title')}</legend>
      <p className={classes['teach']}>{t.text('placements.form.termsTeach')}</p>
      {TERM_NAMES.map((name) => {
        const problem = problems[name];
        return (
          <TermRow
            key={name}
            name={name}
            term={draft.terms[name]}
            hint={name === 'rel' ? expectedRel : null}
            error={problem ? t.text(`placements.form.${problem}`) : null}
            onChange={(term) => change(name, term)}
          />
        );
      })}
      <Select
        label={t.text('placements.term.match')}
        description={t.text('placements.form.matchHint')}
        data={ACCEPTED_STEPS.map((step) => ({ value: step, label: t.text(`words.match.${step}`) }))}
        value={draft.match}
        allowDeselect={false}
        onChange={(match) => match && onChange({ ...draft, match: match })}
      />
    </fieldset>
  );
}

interface RowProps {
  readonly name: TermName;
  readonly term: TermDraft;
  readonly hint: string | null;
  readonly error: string | null;
  readonly onChange: (term: TermDraft) => void;
}

function TermRow({ name, term, hint, error, onChange }: RowProps) {
  const t = useMessages();
  const label = t.text(`placements.term.${name}`);
  return (
    <Box component="fieldset" className={classes['termRow'] ?? ''} aria-label={label}>
      <span className={classes['termName']}>{label}</span>
      <StandingChoice
        label={label}
        value={term.standing}
        onChange={(standing) => onChange({ ...term, standing })}
      />
      {term.standing === 'unknown' ? (
        <span className={classes['termNone']}>{t.text('placements.form.notJudged')}</span>
      ) : (
        <TermValue name={name} term={term} hint={hint} error={error} onChange={onChange} />
      )}
    </Box>
  );
}

const CHOICES: Partial<Record<TermName, { readonly values: readonly string[]; readonly prefix: string }>> = {
  rel: { values: REL_TERMS, prefix: 'words.rel' },
  region: { values: REGIONS, prefix: 'words.region' },
  indexable: { values: ['true', 'false'], prefix: 'placements.indexable' },
};

function TermValue({ name, term, hint, error, onChange }: RowProps) {
  const t = useMessages();
  const label = t.text('placements.form.valueOf', { term: t.text(`placements.term.${name}`) });
  const choice = CHOICES[name];
  const isExpected = term.standing === 'expected';
  if (choice) {
    return (
      <Select
        aria-label={label}
        data={choice.values.map((value) => ({
          value,
          label: t.text(`${choice.prefix}.${value}` as MessageKey),
        }))}
        value={term.value || null}
        placeholder={
          isExpected && hint ? t.text(`words.rel.${hint}` as MessageKey) : t.text('placements.form.choose')
        }
        classNames={{ input: isExpected ? (classes['dashed'] ?? '') : '' }}
        error={error}
        onChange={(value) => onChange({ ...term, value: value ?? '' })}
      />
    );
  }
  return (
    <TextInput
      type={name === 'duration' ? 'date' : 'text'}
      aria-label={label}
      value={term.value}
      maxLength={1000}
      classNames={{ input: isExpected ? (classes['dashed'] ?? '') : '' }}
      error={error}
      onChange={(event) => onChange({ ...term, value: event.currentTarget.value })}
    />
  );
}
