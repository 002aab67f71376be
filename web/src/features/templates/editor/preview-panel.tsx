import { SegmentedControl, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import type { DraftWords, MailPreview, TemplateLocale } from '../template-views.js';
import classes from '../templates.module.css';
import { pitchChoices, previewOf } from '../templates-api.js';

interface Props {
  readonly kind: string | null;
  readonly locale: TemplateLocale;
  readonly words: DraftWords;
}

/** What the words make of a real pitch: the mail as text or HTML, or what is missing for it. */
export function PreviewPanel({ kind, locale, words }: Props) {
  const t = useMessages();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 250);
  const [chosen, setChosen] = useState<string | null>(null);
  const { data: pitches } = useQuery(pitchChoices(kind, search));
  const choices = (pitches?.items ?? []).map(({ id, displayHost, label, campaignName }) => ({
    value: id,
    label: `${displayHost ?? label} · ${campaignName}`,
  }));
  const pitchId = chosen ?? choices[0]?.value ?? null;
  const draft = { ...words, subjects: [...words.subjects], locale };
  const { data, error } = useQuery({ ...previewOf(pitchId ?? '', draft), enabled: pitchId !== null });
  return (
    <Panel title={t.text('templates.parts.preview')}>
      <div className={classes['stack']}>
        <Select
          label={t.text('templates.pitch')}
          searchable
          data={choices}
          value={pitchId}
          onChange={setChosen}
          onSearchChange={(value) => setTyped(choices.some((choice) => choice.label === value) ? '' : value)}
          filter={({ options }) => options}
          nothingFoundMessage={t.text('templates.noPitch')}
        />
        {pitches && choices.length === 0 && search === '' && (
          <p className={classes['quiet']}>{t.text('templates.noPitches')}</p>
        )}
        <ProblemAlert error={error} />
        {data && <Mail preview={data} />}
      </div>
    </Panel>
  );
}

function Mail({ preview }: { readonly preview: MailPreview }) {
  const t = useMessages();
  const [form, setForm] = useState('text');
  const { subjects, text, html, missing, problems } = preview;
  if (text === null || html === null)
    return (
      <div role="status">
        {missing.length > 0 ? (
          <>
            <p>{t.text('templates.missing', { count: missing.length })}</p>
            <ul>
              {missing.map((path) => (
                <li key={path}>
                  <code>{path}</code>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <ul>
            {problems.map((problem) => (
              <li key={`${problem.part}${problem.line}:${problem.column}${problem.code}`}>
                {problem.message}
              </li>
            ))}
          </ul>
        )}
      </div>
    );
  return (
    <>
      <div>
        <div className={classes['quiet']}>{t.text('templates.subjects')}</div>
        <ul>
          {subjects.map((subject) => (
            <li key={subject}>{subject}</li>
          ))}
        </ul>
      </div>
      <SegmentedControl
        aria-label={t.text('templates.form')}
        value={form}
        onChange={setForm}
        data={[
          { value: 'text', label: t.text('templates.mailParts.body') },
          { value: 'html', label: t.text('templates.mailParts.html') },
        ]}
      />
      {form === 'text' ? (
        <pre className={classes['mailText']}>{text}</pre>
      ) : (
        <iframe
          className={classes['mailHtml']}
          title={t.text('templates.htmlPreview')}
          sandbox=""
          srcDoc={html}
        />
      )}
    </>
  );
}
