import { GUEST_POST } from '../../builders/campaigns.js';
import type { Day } from './day.js';

/** Lays a mail that came in into a conversation of its own. */
export type PutInbound = (wish: {
  readonly html?: string;
  readonly optOut?: 'doubtful';
  readonly hasTerms?: boolean;
  readonly pitchId?: string;
  readonly mailboxId?: string;
}) => Promise<{ conversationId: string; inboundId: string }>;

/** A day's work in the inbox: conversations are looked at, matched, given away, put off, answered and done. */
export async function inboxCalls(day: Day, put: PutInbound): Promise<void> {
  const mailbox = await day.ask('POST /mailboxes/catcher');
  const pitch = await aPitch(day);
  const html = '<p>Hi</p>';
  const { conversationId: id, inboundId } = await put({ html, hasTerms: true, mailboxId: mailbox.id });
  await day.ask('GET /conversations', [], {}, '?state=to_answer&search=word');
  await day.ask('GET /inbox/counts');
  await day.ask('POST /inbox/poll');
  await day.ask('GET /conversations/{id}/suggestions', [id]);
  await day.ask('POST /conversations/{id}/match', [id], { json: { pitchId: pitch.id, teach: true } });
  await day.ask('POST /conversations/{id}/assign', [id], { json: { memberId: null } });
  await day.ask('POST /conversations/{id}/snooze', [id], { json: { until: '2099-01-01T09:00:00Z' } });
  await day.ask('POST /conversations/{id}/notes', [id], { json: { text: 'Asks for a draft' } });
  await day.ask('GET /inbound-messages/{id}/html', [inboundId]);
  await day.ask('POST /inbound-messages/{id}/terms/record', [inboundId], { json: { rel: 'follow' } });
  await day.ask('POST /conversations/{id}/reply', [id], { json: { text: 'Here it is.', doneAfter: true } });
  await day.ask('POST /conversations/{id}/reopen', [id]);
  await day.ask('POST /conversations/{id}/done', [id]);
  await day.ask('GET /conversations/{id}', [id]);
  await decisions(day, put, mailbox.id);
}

async function decisions(day: Day, put: PutInbound, mailboxId: string): Promise<void> {
  const offered = await put({ hasTerms: true, optOut: 'doubtful', mailboxId });
  await day.ask('POST /inbound-messages/{id}/terms/dismiss', [offered.inboundId]);
  await day.ask('POST /inbound-messages/{id}/opt-out/decide', [offered.inboundId], {
    json: { answer: 'ignore' },
  });
  await day.ask('POST /inbound-messages/{id}/correct', [offered.inboundId], { json: { kind: 'auto_reply' } });
  const pitch = await aPitch(day);
  const enrollmentId = await enrolled(day, pitch.id, mailboxId);
  await day.ask('POST /enrollments/{id}/pause', [enrollmentId], { json: { until: null } });
  const { conversationId } = await put({ pitchId: pitch.id, mailboxId });
  await day.ask('POST /conversations/{id}/resume', [conversationId], { json: { enrollmentId } });
}

let pitches = 0;

/** A pitch on its way, with a person in a country. */
async function aPitch(day: Day): Promise<{ id: string }> {
  pitches += 1;
  const siteAddress = `inbox${pitches}.example`;
  const brand = (await day.ask('GET /clients')).items[0].brands[0];
  const [page] = (await day.ask('GET /brands/{id}/target-pages', [brand.id])).items;
  const campaign = await day.ask('POST /campaigns', [], {
    json: { brandId: brand.id, kind: 'guest_blogging', name: `In the inbox ${pitches}` },
  });
  const address = `ann@${siteAddress}`;
  const contact = await day.ask('POST /contacts', [], {
    json: { name: 'Ann Inbox', country: 'GB', siteAddresses: [siteAddress], addresses: [{ address }] },
  });
  const json = { siteAddress, contactIds: [contact.id], targetPageId: page.id, fields: GUEST_POST };
  const pitch = await day.ask('POST /campaigns/{id}/pitches', [campaign.id], { json });
  let { revision } = pitch;
  for (const to of ['qualified', 'pitched', 'topic_agreed', 'drafting', 'submitted'])
    ({ revision } = await day.ask('POST /pitches/{id}/move', [pitch.id], { json: { to, revision } }));
  return pitch;
}

async function enrolled(day: Day, pitchId: string, mailboxId: string): Promise<string> {
  const template = await day.ask('POST /templates', [], {
    json: {
      name: 'From the inbox',
      purpose: 'first',
      locale: 'en',
      subjects: ['Herons'],
      body: 'Hi. {{sender.name}}',
    },
  });
  const sequence = await day.ask('POST /sequences', [], {
    json: {
      name: 'From the inbox',
      steps: [{ kind: 'mail', waitWorkingDays: 0, templateId: template.id }],
    },
  });
  const made = await day.ask('POST /enrollments', [], {
    json: { sequenceId: sequence.id, mailboxId, pitchIds: [pitchId] },
  });
  return made.enrollmentId;
}
