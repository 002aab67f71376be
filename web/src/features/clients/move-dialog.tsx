import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { api, bodyOf, idempotencyKey } from '../../api/client.js';
import type { Brand, TargetPage } from '../../api/views.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { JobProgress } from '../../ui/job-progress.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { movesFrom } from './moves-from.js';
import { useRefreshClients } from './use-refresh-clients.js';

interface Props {
  readonly brand: Brand;
  readonly pages: readonly TargetPage[];
  readonly onClose: () => void;
}

/** Says that pages of a brand moved: all placements that lead to an old address are followed at the new one. */
export function MoveDialog({ brand, pages, onClose }: Props) {
  const t = useMessages();
  const refresh = useRefreshClients();
  const [text, setText] = useState('');
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [jobs, setJobs] = useState<{ readonly move: string | null; readonly undo: string | null }>({
    move: null,
    undo: null,
  });
  const { moves, badLines } = movesFrom(text, brand.homeUrl);
  const affected = pages.filter(({ url }) => moves.some(({ from }) => from === url));
  const count = affected.reduce((sum, { placementCount }) => sum + placementCount, 0);

  const move = async () => {
    setSending(true);
    setProblem(null);
    try {
      const body = { brandId: brand.id, moves };
      const started = await bodyOf(
        api.POST('/api/v1/target-pages/move', { headers: idempotencyKey(), body }),
      );
      setJobs({ move: started.jobId, undo: null });
    } catch (error) {
      setProblem(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t.text('clients.move.title', { name: brand.name })}
      closeButtonProps={{ 'aria-label': t.text('app.close') }}
    >
      <Stack gap="lg">
        {jobs.move ? (
          <>
            <JobProgress
              key={jobs.undo ?? jobs.move}
              jobId={jobs.undo ?? jobs.move}
              label={t.text(jobs.undo ? 'clients.move.undoing' : 'clients.move.running')}
              onEnd={() => void refresh()}
              {...(jobs.undo ? {} : { onUndo: (undo: string) => setJobs({ ...jobs, undo }) })}
            />
            <Group justify="flex-end">
              <Button onClick={onClose}>{t.text('app.close')}</Button>
            </Group>
          </>
        ) : (
          <>
            <Textarea
              label={t.text('clients.move.lines')}
              description={t.text('clients.move.linesWhat')}
              placeholder={t.text('clients.move.example')}
              autosize
              minRows={4}
              maxRows={12}
              data-autofocus
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              error={badLines.length > 0 && t.text('clients.move.bad', { lines: badLines.join(', ') })}
            />
            {moves.length > 0 && (
              <div role="status">
                {t.text('clients.move.count', { pages: moves.length, placements: count })}
              </div>
            )}
            <ProblemAlert error={problem} />
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={onClose}>
                {t.text('app.cancel')}
              </Button>
              <Button
                loading={isSending}
                disabled={moves.length === 0 || badLines.length > 0}
                onClick={() => void move()}
              >
                {t.text('clients.move.verb')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}
