import { ActionIcon, Modal, Tooltip } from '@mantine/core';
import { IconQuote } from '@tabler/icons-react';
import { useState } from 'react';
import type { TargetPage } from '../../api/views.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { AnchorsPanel } from '../../ui/anchors-panel.js';

/** Opens the words of the links that lead to a page of ours today. */
export function AnchorsButton({ page }: { readonly page: TargetPage }) {
  const t = useMessages();
  const [isOpen, setOpen] = useState(false);
  const label = t.text('relationships.anchors.show', { url: page.url });
  return (
    <>
      <Tooltip label={label}>
        <ActionIcon onClick={() => setOpen(true)} aria-label={label}>
          <IconQuote size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {isOpen && (
        <Modal
          opened
          onClose={() => setOpen(false)}
          title={label}
          closeButtonProps={{ 'aria-label': t.text('app.close') }}
        >
          <AnchorsPanel targetPageId={page.id} />
        </Modal>
      )}
    </>
  );
}
