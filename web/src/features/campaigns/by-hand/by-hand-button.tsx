import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import type { CampaignDetail, CampaignKind } from '../campaign-views.js';
import { ByHandDialog } from './by-hand-dialog.js';

/** Opens the dialog in which a pitch is entered by hand. */
export function ByHandButton({
  campaign,
  kind,
}: {
  readonly campaign: CampaignDetail;
  readonly kind: CampaignKind;
}) {
  const t = useMessages();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPencil size={16} stroke={1.75} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t.text('tasks.byHand.title')}
      </Button>
      {isOpen && <ByHandDialog campaign={campaign} kind={kind} onClose={() => setOpen(false)} />}
    </>
  );
}
