import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { FormDialog } from '../../../ui/form-dialog.js';

interface Props {
  readonly no: number;
  readonly mail: { readonly subject?: string | null; readonly text: string | null };
  readonly onSave: (mail: { subject: string; text: string }) => void;
  readonly onClose: () => void;
}

/** Other words for one mail of one pitch, before it is enrolled. */
export function EditDialog({ no, mail, onSave, onClose }: Props) {
  const t = useMessages();
  const [subject, setSubject] = useState(mail.subject ?? '');
  const [text, setText] = useState(mail.text ?? '');
  return (
    <FormDialog
      title={t.text('sequences.editTitle', { no })}
      verb={t.text('sequences.editVerb')}
      onClose={onClose}
      isSending={false}
      problem={null}
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
