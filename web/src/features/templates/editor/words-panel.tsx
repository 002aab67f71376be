import { ActionIcon, Button, Switch, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type RefObject, useRef } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import type { DraftWords, TemplateFindings, TemplateVariable } from '../template-views.js';
import classes from '../templates.module.css';
import { CodeField, type CodeHandle } from './code-field.js';

/** A subject has no other name than its place. */
const PLACES = [0, 1, 2, 3, 4] as const;

interface Props {
  readonly words: DraftWords;
  readonly onChange: (words: DraftWords) => void;
  readonly readOnly: boolean;
  readonly findings: TemplateFindings;
  readonly variables: readonly TemplateVariable[];
  readonly snippets: readonly string[];
  readonly editor: RefObject<CodeHandle | null>;
}

/** The words: variants of the subject, the text, and an HTML part for who wants to write one. */
export function WordsPanel({ words, onChange, readOnly, findings, variables, snippets, editor }: Props) {
  const t = useMessages();
  const htmlEditor = useRef<CodeHandle | null>(null);
  const of = (part: string) => ({
    problems: findings.problems.filter((one) => one.part === part),
    warnings: findings.warnings.filter((one) => one.part === part),
  });
  return (
    <Panel title={t.text('templates.parts.words')}>
      <div className={classes['stack']}>
        <Subjects words={words} onChange={onChange} readOnly={readOnly} findings={findings} />
        <CodeField
          label={t.text('templates.body')}
          value={words.body}
          readOnly={readOnly}
          variables={variables}
          snippets={snippets}
          {...of('body')}
          onChange={(body) => onChange({ ...words, body })}
          handle={editor}
        />
        <Switch
          label={t.text('templates.ownHtml')}
          description={t.text('templates.ownHtmlWhat')}
          disabled={readOnly}
          checked={words.html !== null}
          onChange={(event) => onChange({ ...words, html: event.currentTarget.checked ? '<p></p>\n' : null })}
        />
        {words.html !== null && (
          <CodeField
            label={t.text('templates.mailParts.html')}
            isHtml
            value={words.html}
            readOnly={readOnly}
            variables={variables}
            snippets={snippets}
            {...of('html')}
            onChange={(html) => onChange({ ...words, html })}
            handle={htmlEditor}
          />
        )}
      </div>
    </Panel>
  );
}

function Subjects({
  words,
  onChange,
  readOnly,
  findings,
}: Pick<Props, 'words' | 'onChange' | 'readOnly' | 'findings'>) {
  const t = useMessages();
  const { subjects } = words;
  const problemOf = (index: number) =>
    findings.problems.find((one) => one.part === 'subject' && one.index === index)?.message ?? null;
  return (
    <>
      {PLACES.slice(0, subjects.length).map((index) => (
        <div key={index} className={classes['subjectRow']}>
          <TextInput
            aria-label={t.text('templates.subjectNo', { no: index + 1 })}
            placeholder={t.text('templates.subjectNo', { no: index + 1 })}
            maxLength={300}
            readOnly={readOnly}
            error={problemOf(index)}
            value={subjects[index] ?? ''}
            onChange={(event) =>
              onChange({ ...words, subjects: subjects.with(index, event.currentTarget.value) })
            }
          />
          {subjects.length > 1 && !readOnly && (
            <ActionIcon
              variant="default"
              size="input-sm"
              aria-label={t.text('templates.removeSubject', { no: index + 1 })}
              onClick={() => onChange({ ...words, subjects: subjects.filter((_, place) => place !== index) })}
            >
              <IconTrash size={16} stroke={1.75} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {subjects.length < PLACES.length && !readOnly && (
        <div>
          <Button
            variant="subtle"
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => onChange({ ...words, subjects: [...subjects, ''] })}
          >
            {t.text('templates.addSubject')}
          </Button>
        </div>
      )}
    </>
  );
}
