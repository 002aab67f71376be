import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCopy, IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMay } from '../app/session/session.js';
import { useMessages } from '../i18n/messages-provider.js';

/** Leads from a list to bringing its records in from a file. */
export function ImportLink() {
  const t = useMessages();
  const label = t.text('imports.new');
  if (!useMay('write')) return null;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={label}
        renderRoot={(props) => <Link to="/imports/new" {...props} />}
      >
        <IconUpload size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

/** Leads from a list to those of its records that look like one. */
export function DoublesLink({ kind }: { readonly kind: 'contact' | 'publisher' | 'site' }) {
  const t = useMessages();
  const label = t.text('merges.title');
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={label}
        renderRoot={(props) => <Link to="/doubles" search={{ kind }} {...props} />}
      >
        <IconCopy size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
