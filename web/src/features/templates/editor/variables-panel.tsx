import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import type { Snippet, TemplateVariable } from '../template-views.js';
import classes from '../templates.module.css';

interface Props {
  readonly variables: readonly TemplateVariable[];
  readonly snippets: readonly Snippet[];
  /** Puts a text where the cursor is; null where nothing may be changed. */
  readonly onInsert: ((text: string) => void) | null;
}

/** What a template may name, with an example of each; a click puts it in. */
export function VariablesPanel({ variables, snippets, onInsert }: Props) {
  const t = useMessages();
  const [words, setWords] = useState('');
  const fits = (text: string) => text.toLowerCase().includes(words.trim().toLowerCase());
  const shown = [
    ...variables
      .filter(({ path, name }) => fits(`${path} ${name}`))
      .map(({ path, name, example, isFlag }) => ({
        key: path,
        name,
        example,
        text: isFlag ? `{{#if ${path}}}{{/if}}` : `{{${path}}}`,
      })),
    ...snippets
      .filter(({ key, body }) => fits(`${key} ${body}`))
      .map(({ key, body }) => ({
        key: `snippet "${key}"`,
        name: t.text('templates.snippet'),
        example: body.slice(0, 60),
        text: `{{snippet "${key}"}}`,
      })),
  ];
  return (
    <Panel title={t.text('templates.parts.variables')} flush>
      <TextInput
        m="xs"
        type="search"
        aria-label={t.text('templates.searchVariables')}
        placeholder={t.text('templates.searchVariables')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <ul className={classes['variables']}>
        {shown.map(({ key, name, example, text }) => (
          <li key={key}>
            <button
              type="button"
              className={classes['variable']}
              disabled={!onInsert}
              onClick={() => onInsert?.(text)}
            >
              <code>{key}</code>
              <span>{name}</span>
              {example && <span className={classes['quiet']}>{example}</span>}
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
