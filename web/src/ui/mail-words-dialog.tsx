import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../i18n/messages-provider.js';
import { FormDialog } from './form-dialog.js';

/** Words a person wrote for one mail. */
export interface MailWords {
  readonly subject: string;
  readonly text: string;
}

interface Props {
  readonly no: number;
  readonly mail: { readonly subject?: string | null; readonly text: string | null };
  readonly isSending?: boolean;
  readonly problem?: unknown;
  readonly onSave: (mail: MailWords) => void;
  readonly onClose: () => void;
}

/** Other words for one mail of one pitch, until it left. */
export function MailWordsDialog({ no, mail, isSending = false, problem = null, onSave, onClose }: Props) {
  const t = useMessages();
  const [subject, setSubject] = useState(mail.subject ?? '');
  const [text, setText] = useState(mail.text ?? '');
  return (
    <FormDialog
      title={t.text('sequences.editTitle', { no })}
      verb={t.text('sequences.editVerb')}
      onClose={onClose}
      isSending={isSending}
      problem={problem}
      size="lg"
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ subject, text });
      }}
    >
      <TextInput
        label={t.text('sequences.subject')}
        value={subject}
        maxLength={250}
        onChange={(event) => setSubject(event.currentTarget.value)}
      />
      <Textarea
        label={t.text('sequences.text')}
        autosize
        minRows={10}
        maxRows={24}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
    </FormDialog>
  );
}
