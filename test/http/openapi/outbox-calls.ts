import type { Day } from './day.js';

/** What people do in the outbox; `put` lays a mail of a state into it. */
export async function outboxCalls(day: Day, put: (state: string) => Promise<string>): Promise<void> {
  await day.ask('GET /sending');
  await day.ask('POST /sending/pause');
  await day.ask('POST /sending/resume');
  await day.ask('POST /sending/pause');
  await day.ask('POST /sending/resume-unreconciled', [], { json: { reason: 'Nothing was put back.' } });
  const [waiting, doubt, unknown] = [await put('ready'), await put('in_doubt'), await put('unknown')];
  await day.ask('GET /outbox');
  await day.ask('GET /outbox', [], {}, '?state=doubt');
  for (const act of ['hold', 'release', 'send-now'])
    await day.ask(
      `POST /outbox/{id}/${act}`,
      [waiting],
      act === 'release' ? { json: { overrideCodes: ['conflict'] } } : {},
    );
  await day.ask('GET /outbox/summary');
  await day.ask('POST /outbox/{id}/cancel', [waiting]);
  await day.ask('POST /outbox/{id}/settle', [doubt], { json: { was: 'sent' } });
  await day.ask('POST /outbox/{id}/settle', [unknown], { json: { was: 'not_sent' } });
  await day.ask('GET /outbox/{id}', [unknown]);
}
