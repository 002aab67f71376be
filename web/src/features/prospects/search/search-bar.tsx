import { Button, Select, TextInput } from '@mantine/core';
import { IconWorldSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useKeys } from '../../../app/keys/keys-provider.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { languageName } from '../../../i18n/places.js';
import { FilterChip } from '../../../ui/list-page.js';
import {
  FOOTPRINT_LANGUAGES,
  FOOTPRINTS,
  type FootprintLanguage,
  hasFootprint,
  toggleFootprint,
} from './footprints.js';
import classes from './search.module.css';
import type { WebQuestion } from './web-search-api.js';
import { MOST_LETTERS } from './web-search-words.js';

interface Props {
  readonly words: string;
  readonly language: FootprintLanguage | undefined;
  readonly isAsking: boolean;
  readonly onLanguage: (language: FootprintLanguage | undefined) => void;
  readonly onSearch: (question: WebQuestion) => void;
}

/** The words of a search, and the phrases of the trade that can be put behind them. Nothing is asked while one types. */
export function SearchBar({ words, language, isAsking, onLanguage, onSearch }: Props) {
  const t = useMessages();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(words);
  useKeys([{ keys: '/', label: t.text('prospects.found.words'), run: () => field.current?.focus() }]);
  return (
    <search className={classes['search']}>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          const asked = typed.trim();
          if (asked !== '') onSearch({ words: asked, language });
        }}
      >
        <TextInput
          ref={field}
          type="search"
          className={classes['words'] ?? ''}
          aria-label={t.text('prospects.found.words')}
          placeholder={t.text('prospects.found.wordsHint')}
          leftSection={<IconWorldSearch size={16} stroke={1.75} aria-hidden />}
          value={typed}
          maxLength={MOST_LETTERS}
          autoFocus={words === ''}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Select
          className={classes['language'] ?? ''}
          aria-label={t.text('prospects.found.language')}
          data={[
            { value: '', label: t.text('prospects.found.anyLanguage') },
            ...FOOTPRINT_LANGUAGES.map((code) => ({ value: code, label: languageName(code, t) })),
          ]}
          value={language ?? ''}
          onChange={(value) => onLanguage(FOOTPRINT_LANGUAGES.find((code) => code === value))}
          allowDeselect={false}
        />
        <Button type="submit" loading={isAsking} disabled={typed.trim() === ''}>
          {t.text('prospects.found.search')}
        </Button>
      </form>
      <Footprints
        language={language ?? (t.locale === 'nl' ? 'nl' : 'en')}
        words={typed}
        onChange={(next) => {
          setTyped(next);
          field.current?.focus();
        }}
      />
    </search>
  );
}

interface FootprintsProps {
  readonly language: FootprintLanguage;
  readonly words: string;
  readonly onChange: (words: string) => void;
}

function Footprints({ language, words, onChange }: FootprintsProps) {
  const t = useMessages();
  return (
    <fieldset className={classes['footprints']}>
      <legend className={classes['legend']}>{t.text('prospects.found.footprints')}</legend>
      {FOOTPRINTS[language].map((phrase) => (
        <FilterChip
          key={phrase}
          isOn={hasFootprint(words, phrase)}
          onClick={() => onChange(toggleFootprint(words, phrase))}
        >
          <span lang={language}>{phrase.replaceAll('"', '')}</span>
        </FilterChip>
      ))}
    </fieldset>
  );
}
