import { Button, FileButton, Progress } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import classes from '../imports.module.css';

const ACCEPT = '.csv,.tsv,.txt,.tab,.xlsx,.zip';

interface Props {
  readonly sending: Sending | null;
  readonly onFile: (file: File) => void;
  readonly onStop: () => void;
}

/** A file on its way. */
export interface Sending {
  readonly name: string;
  /** The part that has left, from 0 to 1; at 1 the server reads it. */
  readonly part: number;
}

/** Takes a file by dragging or by choosing, and shows how far it is. */
export function FileDrop({ sending, onFile, onStop }: Props) {
  const t = useMessages();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files.item(0);
    if (file && !sending) onFile(file);
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
      {sending ? (
        <OnItsWay sending={sending} onStop={onStop} />
      ) : (
        <>
          <IconUpload size={24} stroke={1.75} aria-hidden />
          <p className={classes['dropWords']}>{t.text('imports.file.drop')}</p>
          <FileButton accept={ACCEPT} onChange={(file) => file && onFile(file)}>
            {(props) => <Button {...props}>{t.text('imports.file.choose')}</Button>}
          </FileButton>
          <p className={classes['quiet']}>{t.text('imports.file.limits')}</p>
        </>
      )}
    </section>
  );
}

function OnItsWay({ sending, onStop }: { readonly sending: Sending; readonly onStop: () => void }) {
  const t = useMessages();
  const isSent = sending.part >= 1;
  const label = t.text(isSent ? 'imports.file.reading' : 'imports.file.sending', { name: sending.name });
  return (
    <div className={classes['sending']} aria-live="polite">
      <p className={classes['dropWords']}>{label}</p>
      <Progress
        value={isSent ? 100 : sending.part * 100}
        animated={isSent}
        striped={isSent}
        size="sm"
        aria-label={label}
      />
      <Button variant="default" onClick={onStop}>
        {t.text('imports.file.stop')}
      </Button>
    </div>
  );
}
