import type { Day } from './day.js';

/** A day's work with sequences: one is made, changed and put away; pitches are looked at, enrolled, and let go. */
export async function sequenceCalls(day: Day): Promise<void> {
  const mailbox = await day.ask('POST /mailboxes/catcher');
  const brandId = (await day.ask('GET /clients')).items[0].brands[0].id;
  const campaign = await day.ask('POST /campaigns', [], {
    json: { brandId, kind: 'guest_blogging', name: 'In sequence' },
  });
  const steps = await stepsOf(day);
  const sequence = await day.ask('POST /sequences', [], {
    json: { name: 'Day by day', needsApproval: true, steps },
  });
  await day.ask('GET /sequences');
  await day.ask('POST /sequences/{id}/check', [sequence.id], { json: {} });
  await enrolled(day, { sequence, mailboxId: mailbox.id, campaignId: campaign.id, steps });
  await day.ask('GET /sequences/{id}/enrollments', [sequence.id]);
  for (const act of ['archive', 'restore']) await day.ask(`POST /sequences/{id}/${act}`, [sequence.id]);
  await day.ask('GET /sequences/{id}', [sequence.id]);
}

async function stepsOf(day: Day): Promise<object[]> {
  const steps: object[] = [];
  for (const [purpose, waitWorkingDays] of [
    ['first', 0],
    ['follow_up_1', 4],
  ] as const) {
    const words = { subjects: ['Kilns'], body: 'Hi {{contact.name}}. {{sender.name}}' };
    const template = await day.ask('POST /templates', [], {
      json: { name: `Step ${purpose}`, purpose, locale: 'en', ...words },
    });
    steps.push({ kind: 'mail', waitWorkingDays, templateId: template.id });
  }
  return steps;
}

interface Enrolling {
  readonly sequence: { readonly id: string };
  readonly mailboxId: string;
  readonly campaignId: string;
  readonly steps: readonly object[];
}

async function enrolled(day: Day, { sequence, mailboxId, campaignId, steps }: Enrolling): Promise<void> {
  const pitchIds: string[] = [];
  for (const no of [1, 2, 3]) pitchIds.push(await aPitch(day, campaignId, `enrolled${no}.example`));
  const [first = '', ...others] = pitchIds;
  const wish = { sequenceId: sequence.id, mailboxId };
  await day.ask('POST /enrollments/preview', [], { json: { ...wish, pitchIds } });
  const { enrollmentId: id } = await day.ask('POST /enrollments', [], {
    json: { ...wish, pitchIds: [first] },
  });
  const check = await day.ask('POST /enrollment-checks', [], { json: { ...wish, filter: { campaignId } } });
  await day.settle();
  await day.ask('GET /enrollment-checks/{id}', [check.jobId]);
  await day.ask('POST /enrollment-checks/{id}/enroll', [check.jobId], {
    json: { exceptPitchIds: others.slice(1) },
  });
  await day.settle();
  await day.ask('POST /enrollments', [], { json: { ...wish, pitchIds: others } });
  await day.settle();
  const { items } = await day.ask('GET /enrollments', [], {}, `?sequenceId=${sequence.id}`);
  const other = items.find((one: { id: string }) => one.id !== id);
  await day.ask('POST /enrollments/{id}/refuse', [other.id], { json: { note: 'Too long' } });
  await day.ask('POST /enrollments/{id}/approve', [id]);
  await day.ask('PATCH /enrollments/{id}/steps/{stepNo}', [id, '1'], {
    json: { text: 'Hi Ann. Reply no thanks and I will not write again. Olga' },
  });
  const detail = await day.ask('GET /sequences/{id}', [sequence.id]);
  await day.ask('PATCH /sequences/{id}', [sequence.id], {
    json: { revision: detail.revision, steps: steps.slice(0, 1) },
  });
  for (const preview of [true, false])
    await day.ask('POST /enrollments/{id}/move-to-current', [id], { json: { preview } });
  await day.ask('POST /enrollments/{id}/pause', [id], { json: { until: null } });
  await day.ask('POST /enrollments/{id}/resume', [id]);
  await day.ask('POST /enrollments/{id}/skip', [id], { json: { stepNo: 1 } });
  await day.ask('GET /enrollments/{id}', [id]);
  const third = items.find((one: { id: string }) => one.id !== id && one.id !== other.id);
  await day.ask('POST /enrollments/{id}/stop', [third.id]);
}

async function aPitch(day: Day, campaignId: string, siteAddress: string): Promise<string> {
  const contact = await day.ask('POST /contacts', [], {
    json: {
      name: 'Ann Potter',
      country: 'GB',
      siteAddresses: [siteAddress],
      addresses: [{ address: `ann@${siteAddress}` }],
    },
  });
  const json = { siteAddress, contactIds: [contact.id] };
  return (await day.ask('POST /campaigns/{id}/pitches', [campaignId], { json })).id;
}
