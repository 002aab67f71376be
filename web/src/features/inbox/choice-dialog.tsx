import { Kbd, Modal, TextInput, UnstyledButton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../i18n/messages-provider.js';
import classes from './inbox.module.css';

export interface Choice {
  readonly key: string;
  readonly label: string;
  readonly note?: ReactNode;
  readonly isOff?: boolean;
}

interface Props {
  readonly title: string;
  readonly choices: readonly Choice[];
  /** With so many choices that one types a few letters. */
  readonly isSearched?: boolean;
  readonly onChoose: (key: string) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** One choice by one key: the digits beside the choices, or a click. */
export function ChoiceDialog({ title, choices, isSearched = false, onChoose, onClose, children }: Props) {
  const t = useMessages();
  const [text, setText] = useState('');
  const shown = choices.filter(({ label }) => label.toLowerCase().includes(text.trim().toLowerCase()));
  const byDigit = (key: string): void => {
    const choice = /^[1-9]$/.test(key) ? shown[Number(key) - 1] : undefined;
    if (choice && !choice.isOff) onChoose(choice.key);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="sm"
      closeButtonProps={{ 'aria-label': t.text('app.close') }}
    >
      {isSearched && (
        <TextInput
          data-autofocus
          mb="xs"
          aria-label={t.text('inbox.find')}
          placeholder={t.text('inbox.find')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            const [first] = shown;
            if (event.key !== 'Enter' || !first || first.isOff) return;
            event.preventDefault();
            onChoose(first.key);
          }}
        />
      )}
      <ul
        className={classes['choices']}
        onKeyDown={(event) => {
          if (!isSearched) byDigit(event.key);
        }}
      >
        {shown.map(({ key, label, note, isOff }, place) => (
          <li key={key}>
            <UnstyledButton
              className={classes['choice']}
              disabled={isOff}
              data-autofocus={(!isSearched && place === 0) || undefined}
              onClick={() => onChoose(key)}
            >
              <span className={classes['choiceName']}>{label}</span>
              {note && <span className={classes['quiet']}>{note}</span>}
              {!isSearched && place < 9 && <Kbd aria-hidden>{place + 1}</Kbd>}
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {children}
    </Modal>
  );
}
