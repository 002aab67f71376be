import { bodyOf } from '../http/answers.js';
import type { Answer } from '../http/browser.js';
import type { Person } from '../http/people.js';
import { made } from './agency.js';

let sites = 0;

/** Makes a campaign for guest posts; answers its detail. */
export function aCampaign(person: Person, brandId: string, wish: object = {}): Promise<Answer['body']> {
  const campaign = { brandId, kind: 'guest_blogging', name: 'Autumn posts', ...wish };
  return bodyOf(person.browser.post('/campaigns', campaign), 201);
}

/** Adds a prospect on a site of its own to a campaign; answers the pitch. */
export function aPitch(person: Person, campaignId: string, wish: object = {}): Promise<Answer['body']> {
  sites += 1;
  const pitch = { siteAddress: `pitched${sites}.example`, ...wish };
  return bodyOf(person.browser.post(`/campaigns/${campaignId}/pitches`, pitch), 201);
}

/** Makes a contact at a site; answers its id. */
export async function aContact(person: Person, siteAddress: string, name = 'Ed Editor'): Promise<string> {
  const addresses = [{ address: `${name.toLowerCase().replaceAll(' ', '.')}@${siteAddress}` }];
  return made(await person.browser.post('/contacts', { name, siteAddresses: [siteAddress], addresses }));
}

/** Makes a contact at a site who lives in Amsterdam under British law, and so may be mailed; answers its id. */
export async function aMailableContact(person: Person, siteAddress: string, name: string): Promise<string> {
  const id = await aContact(person, siteAddress, name);
  const { revision } = (await person.browser.get(`/contacts/${id}`)).body;
  await person.browser.patch(`/contacts/${id}`, { revision, timeZone: 'Europe/Amsterdam', country: 'GB' });
  return id;
}

/** A pitch with the one who is asked there. */
export interface MailablePitch {
  readonly pitchId: string;
  readonly contactId: string;
  readonly siteAddress: string;
}

/** Adds a pitch on a site of its own with a contact who may be mailed. */
export async function aMailablePitch(
  person: Person,
  campaignId: string,
  wish: object = {},
): Promise<MailablePitch> {
  sites += 1;
  const siteAddress = `kiln${sites}.example`;
  const contactId = await aMailableContact(person, siteAddress, 'Ann Potter');
  const pitch = await aPitch(person, campaignId, { siteAddress, contactIds: [contactId], ...wish });
  return { pitchId: String(pitch.id), contactId, siteAddress };
}

/** All that a guest post needs on its way to an agreement. */
export const GUEST_POST = {
  ideas: ['Herons in town'],
  topic: 'Herons in town',
  writer: 'Wim Writer',
  dueOn: '2026-12-01',
  draft: 'A text about herons.',
  linkPlace: 'body',
} as const;

/** Moves a pitch through these stages, one after another; answers it as it stands then. */
export async function walk(
  person: Person,
  pitch: Answer['body'],
  stages: readonly string[],
): Promise<Answer['body']> {
  let now = pitch;
  for (const to of stages) {
    const answer = await person.browser.post(`/pitches/${String(now.id)}/move`, {
      to,
      revision: now.revision,
    });
    if (answer.status !== 200) throw new Error(`not moved to ${to}: ${JSON.stringify(answer.body)}`);
    now = answer.body;
  }
  return now;
}

/** A pitch of a guest post whose draft was handed in, one move before its agreement. */
export async function aSubmittedPitch(
  person: Person,
  campaignId: string,
  wish: object = {},
): Promise<Answer['body']> {
  sites += 1;
  const siteAddress = `pitched${sites}.example`;
  const contactId = await aContact(person, siteAddress);
  const pitch = await aPitch(person, campaignId, {
    siteAddress,
    contactIds: [contactId],
    fields: GUEST_POST,
    ...wish,
  });
  return walk(person, pitch, ['qualified', 'pitched', 'topic_agreed', 'drafting', 'submitted']);
}
