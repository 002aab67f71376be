import { Button, FileButton } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import classes from '../imports.module.css';

const ACCEPT = '.csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain';

interface Props {
  readonly isSending: boolean;
  readonly onFile: (file: File) => void;
}

/** Takes a file by dragging or by choosing. */
export function FileDrop({ isSending, onFile }: Props) {
  const t = useMessages();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files.item(0);
    if (file && !isSending) onFile(file);
  };
  return (
    <section
      className={classes['drop']}
      data-over={isOver || undefined}
      aria-label={t.text('imports.file.drop')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconUpload size={24} stroke={1.75} aria-hidden />
      <p className={classes['dropWords']}>{t.text('imports.file.drop')}</p>
      <FileButton accept={ACCEPT} onChange={(file) => file && onFile(file)}>
        {(props) => (
          <Button {...props} loading={isSending}>
            {t.text('imports.file.choose')}
          </Button>
        )}
      </FileButton>
      <p className={classes['quiet']}>{t.text('imports.file.limits')}</p>
    </section>
  );
}
