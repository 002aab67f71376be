import { made } from '../../builders/agency.js';
import { aContact } from '../../builders/campaigns.js';
import { aSequence, enrolled, mailSteps } from '../../builders/sequences.js';
import type { Answer } from '../browser.js';
import type { Person } from '../people.js';

/**
 * Makes what the outreach of a client leaves behind: the enrolment of a pitch with words of its own, the mail of it that waits, and an entry of the
 * do-not-contact list that holds for this client alone. Contacts and sequences are the whole team's: they hold no word of the client.
 */
export async function seedOutreach(
  owner: Person,
  { clientId, pitchId, siteAddress }: { clientId: string; pitchId: string; siteAddress: string },
  canary: string,
): Promise<string[]> {
  const contactIds = [await aContact(owner, siteAddress)];
  const changed = await owner.browser.put(`/pitches/${pitchId}/contacts`, { contactIds });
  if (changed.status !== 200) throw new Error(`no contact: ${JSON.stringify(changed.body)}`);
  const sequence = await aSequence(owner, await mailSteps(owner));
  const { body: catcher } = await owner.browser.post('/mailboxes/catcher', {});
  const wish = { sequenceId: String(sequence.id), mailboxId: String(catcher.id), pitchIds: [pitchId] };
  const { body: shown } = await owner.browser.post('/enrollments/preview', wish);
  const edits = shown.items[0].steps.map(({ stepNo, text }: Answer['body']) => ({
    ...{ pitchId, stepNo, subject: canary },
    text: `${canary} ${String(text)}`,
  }));
  const enrollment = await enrolled(owner, { ...wish, edits });
  const { body: outbox } = await owner.browser.get(`/outbox?pitchId=${pitchId}`);
  const words = { reason: 'asked', note: canary, evidence: canary };
  const entry = await owner.browser.post('/suppressions', {
    address: `shy@${canary}.example`,
    clientId,
    ...words,
  });
  return [String(enrollment.id), String(outbox.items[0].id), made(entry)];
}
