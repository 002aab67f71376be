import { SegmentedControl } from '@mantine/core';
import type { ProspectDetail } from '../../../api/prospect-views.js';
import {
  BAD_MARKS,
  FIT_ANSWERS,
  FIT_QUESTIONS,
  type FitAnswer,
  type FitName,
  GOOD_MARKS,
} from '../../../api/prospect-words.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import classes from '../prospects.module.css';
import { useProspectActs } from './prospect-acts.js';

/** The checklist before a site is approached: five questions that count, and marks beside them. */
export function FitCard({ prospect }: { readonly prospect: ProspectDetail }) {
  const t = useMessages();
  const acts = useProspectActs(prospect);
  const mayWrite = useMay('write');
  const answerOf = (name: FitName): FitAnswer =>
    prospect.fit.find((line) => line.name === name)?.answer ?? 'unknown';
  const line = (name: FitName) => (
    <Question
      key={name}
      name={name}
      answer={answerOf(name)}
      onAnswer={mayWrite ? (answer) => void acts.answer({ [name]: answer }) : null}
    />
  );
  const { fitYes, fitOf } = prospect;
  return (
    <Panel
      title={t.text('prospects.fit.title')}
      aside={t.text('prospects.fit.of', { yes: fitYes, of: fitOf })}
    >
      {FIT_QUESTIONS.map(line)}
      <p className={classes['group']}>{t.text('prospects.fit.good')}</p>
      {GOOD_MARKS.map(line)}
      <p className={classes['group']}>{t.text('prospects.fit.bad')}</p>
      {BAD_MARKS.map(line)}
    </Panel>
  );
}

interface QuestionProps {
  readonly name: FitName;
  readonly answer: FitAnswer;
  /** Null when the reader may not answer. */
  readonly onAnswer: ((answer: FitAnswer) => void) | null;
}

function Question({ name, answer, onAnswer }: QuestionProps) {
  const t = useMessages();
  const words = t.text(`prospects.fit.${name}`);
  return (
    <div className={classes['question']}>
      <span>{words}</span>
      {onAnswer ? (
        <SegmentedControl
          size="xs"
          aria-label={words}
          data={FIT_ANSWERS.map((value) => ({ value, label: t.text(`prospects.answer.${value}`) }))}
          value={answer}
          onChange={(next) => onAnswer(next)}
        />
      ) : (
        <b>{t.text(`prospects.answer.${answer}`)}</b>
      )}
    </div>
  );
}
