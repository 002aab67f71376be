import { UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMessages } from '../i18n/messages-provider.js';
import { chipClass } from './list-page.js';

/** A filter that came with the address and has no button of its own. */
interface Asked {
  readonly isOn: boolean;
  readonly label: string;
  readonly onClear: () => void;
}

/** What else narrows a list that another page led to: each one says so, and one click takes it away. */
export function AskedChips({ asked }: { readonly asked: readonly Asked[] }) {
  const t = useMessages();
  return asked
    .filter(({ isOn }) => isOn)
    .map(({ label, onClear }) => (
      <UnstyledButton
        key={label}
        className={chipClass}
        data-on
        aria-label={t.text('app.withoutFilter', { filter: label })}
        onClick={onClear}
      >
        {label}
        <IconX size={14} stroke={1.75} aria-hidden />
      </UnstyledButton>
    ));
}
