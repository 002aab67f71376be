import { Modal, Skeleton, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { query } from '../../api/client.js';
import { useMessages } from '../../i18n/messages-provider.js';
import classes from './inbox.module.css';

const MOST = 12;
const MIN_LETTERS = 2;

interface Props {
  readonly onChoose: (pitchId: string) => void;
  readonly onClose: () => void;
}

/** Finds the pitch a mail belongs to when no suggestion is right. */
export function ElsewhereDialog({ onChoose, onClose }: Props) {
  const t = useMessages();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 200);
  const found = useQuery({
    ...query.queryOptions('get', '/api/v1/pitches', { params: { query: { search, limit: MOST } } }),
    enabled: search.length >= MIN_LETTERS,
    placeholderData: keepPreviousData,
  });
  const isAsked = search.length >= MIN_LETTERS;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.text('inbox.match.elsewhere')}
      closeButtonProps={{ 'aria-label': t.text('app.close') }}
    >
      <TextInput
        data-autofocus
        mb="xs"
        label={t.text('inbox.match.find')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {isAsked && found.isPending && <Skeleton h={80} />}
      {isAsked && found.data?.items.length === 0 && (
        <p className={classes['quiet']}>{t.text('inbox.match.noPitch')}</p>
      )}
      <ul className={classes['choices']}>
        {isAsked &&
          found.data?.items.map(({ id, displayHost, label, campaignName, stageName }) => (
            <li key={id}>
              <UnstyledButton className={classes['choice']} onClick={() => onChoose(id)}>
                <span className={classes['choiceName']}>{displayHost ?? label}</span>
                <span className={classes['quiet']}>
                  {campaignName} · {stageName}
                </span>
              </UnstyledButton>
            </li>
          ))}
      </ul>
    </Modal>
  );
}
