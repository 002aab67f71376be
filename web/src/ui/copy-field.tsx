import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useMessages } from '../i18n/messages-provider.js';

/** A text to take along: selected by a click, copied by the button where the browser allows it (https or localhost). */
export function CopyField({ label, value }: { readonly label: string; readonly value: string }) {
  const t = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    input.current?.select();
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  const verb = t.text(isCopied ? 'app.copied' : 'app.copy');
  return (
    <TextInput
      ref={input}
      label={label}
      value={value}
      readOnly
      onFocus={(event) => event.currentTarget.select()}
      rightSection={
        'clipboard' in navigator ? (
          <Tooltip label={verb}>
            <ActionIcon onClick={() => void copy()} aria-label={verb}>
              {isCopied ? (
                <IconCheck size={16} stroke={1.75} aria-hidden />
              ) : (
                <IconCopy size={16} stroke={1.75} aria-hidden />
              )}
            </ActionIcon>
          </Tooltip>
        ) : null
      }
    />
  );
}
