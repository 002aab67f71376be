import { Button, Modal, Stack } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../../../i18n/messages-provider.js';
import { type CampaignKind, type PitchRow, pitchName } from '../campaign-views.js';

interface Props {
  readonly row: PitchRow;
  readonly kind: CampaignKind;
  readonly onMove: (to: string) => void;
  readonly onClose: () => void;
}

/** The stages a card may go to, for whoever does not drag. */
export function MoveDialog({ row, kind, onMove, onClose }: Props) {
  const t = useMessages();
  const allowed = row.status === 'closed' ? [] : (kind.moves[row.stage] ?? []);
  const stages = kind.stages.filter(({ key }) => allowed.includes(key));
  return (
    <Modal
      opened
      onClose={onClose}
      size="sm"
      title={t.text('campaigns.board.moveOne', { name: pitchName(row) })}
      closeButtonProps={{ 'aria-label': t.text('app.close') }}
    >
      <Stack gap="sm">
        {stages.length === 0 && <div>{t.text('campaigns.board.noMove', { stage: row.stageName })}</div>}
        {stages.map((stage) => (
          <Button
            key={stage.key}
            variant="default"
            justify="space-between"
            rightSection={<IconArrowRight size={16} stroke={1.75} aria-hidden />}
            onClick={() => {
              onClose();
              onMove(stage.key);
            }}
          >
            {stage.name}
          </Button>
        ))}
        <Link to="/pitches/$id" params={{ id: row.id }}>
          {t.text('campaigns.board.openPitch')}
        </Link>
      </Stack>
    </Modal>
  );
}
