import type { Day } from './day.js';

/** A look at pitches in every way, and one act on many of them, taken back. Needs a campaign with a pitch. */
export async function pitchListCalls(day: Day): Promise<void> {
  const [pitch] = (await day.ask('GET /pitches', [], {}, '?outcome=open&sort=next&limit=1')).items;
  const { campaignId, kind: columnKind, stage: columnStage } = pitch;
  await day.ask('GET /pitches/board', [], {}, `?campaignId=${campaignId}&limit=1`);
  const column = `?campaignId=${campaignId}&columnKind=${columnKind}&columnStage=${columnStage}`;
  await day.ask('GET /pitches/board/column', [], {}, column);
  await day.ask('GET /pitches/calendar', [], {}, '?from=2026-11-01&to=2026-12-31');
  await day.ask('GET /pitches/export', [], {}, '?stuck=false');
  const started = await day.ask('POST /pitches/bulk', [], {
    json: { action: 'next_step', ids: [pitch.id], params: { nextStep: 'Ring', nextStepOn: '2026-12-01' } },
  });
  await day.settle();
  await day.ask('POST /jobs/{id}/undo', [started.jobId]);
  await day.settle();
}
