import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useKeys } from '../app/keys/keys-provider.js';
import classes from './search-field.module.css';

const AFTER_MS = 250;

interface Props {
  /** What is searched: the name of the field, and the word of its key in the help. */
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (words: string | undefined) => void;
}

/** Searches while one types; `/` leads to it. */
export function SearchField({ label, value, onChange }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value ?? '');
  const said = useRef(value);
  const search = useDebouncedCallback((words: string) => {
    said.current = words.trim() || undefined;
    onChange(said.current);
  }, AFTER_MS);
  // The address changes from elsewhere too (going back, a cleared filter); what is being typed is left alone.
  useEffect(() => {
    if (value === said.current) return;
    said.current = value;
    setTyped(value ?? '');
  }, [value]);
  useKeys([{ keys: '/', label, run: () => field.current?.focus() }]);
  return (
    <TextInput
      ref={field}
      type="search"
      className={classes['search'] ?? ''}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
    />
  );
}
