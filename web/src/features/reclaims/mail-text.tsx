import { Button, Textarea } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import type { Messages } from '../../i18n/messages.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { Panel } from '../../ui/page.js';
import { toast } from '../../ui/undo-toast.js';
import type { Reclamation, ReclamationLine } from './reclaims-api.js';

/** A neutral text about what is open: what was there, what is seen now, what is asked. A person sends it, and may write another. */
export function MailText({ reclamation }: { readonly reclamation: Reclamation }) {
  const t = useMessages();
  const open = reclamation.lines.filter(({ outcome }) => outcome === 'open');
  const [text, setText] = useState(() => mailText(t, open));
  if (open.length === 0) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    toast(t.text('app.copied'));
  };
  return (
    <Panel
      title={t.text('reclaims.mail.title')}
      aside={
        'clipboard' in navigator && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconCopy size={16} stroke={1.75} aria-hidden />}
            onClick={() => void copy()}
          >
            {t.text('app.copy')}
          </Button>
        )
      }
    >
      <Textarea
        aria-label={t.text('reclaims.mail.title')}
        autosize
        minRows={8}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </Panel>
  );
}

function mailText(t: Messages, lines: readonly ReclamationLine[]): string {
  return [
    t.text('reclaims.mail.hello'),
    t.text('reclaims.mail.why', { count: lines.length }),
    ...lines.map((line) =>
      [
        line.sourceUrl ?? '',
        t.text('reclaims.mail.was', { target: line.targetUrl }),
        t.text('reclaims.mail.now', { state: line.worseState }),
      ].join('\n'),
    ),
    t.text('reclaims.mail.ask', { count: lines.length }),
    t.text('reclaims.mail.thanks'),
  ].join('\n\n');
}
