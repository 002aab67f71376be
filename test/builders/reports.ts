import { bodyOf } from '../http/answers.js';
import type { Answer, Browser } from '../http/browser.js';
import type { Person } from '../http/people.js';
import { anOccurrence, aPage, aVisit } from './visit.js';

/** Two pictures that differ. */
export const PICTURES = ['89504e470d0a1a0a00', '89504e470d0a1a0a01'].map((hex) => Buffer.from(hex, 'hex'));

/** A visit that saw the link with this rel. */
export const seen = (rel: string[] = []) => aVisit({ page: aPage({ occurrences: [anOccurrence({ rel })] }) });
/** A visit that could not be made. */
export const unreadable = aVisit({ failure: { code: 'timeout', detail: null }, status: null, page: null });

/** Gives a client a logo. */
export async function logo(owner: Person, clientId: string, picture: Buffer | undefined): Promise<void> {
  const form = new FormData();
  form.set('logo', new Blob([picture ?? '']), 'logo.png');
  const answer = await owner.browser.send('PUT', `/clients/${clientId}/logo`, { raw: form });
  if (answer.status !== 200) throw new Error(`the logo was not taken: ${answer.status}`);
}

/** What an address answers, byte by byte. */
export async function bytes(browser: Browser, path: string): Promise<Buffer> {
  const cookie = browser.cookie('linkledger');
  const headers = cookie === undefined ? {} : { cookie: `linkledger=${cookie}` };
  return Buffer.from(await (await fetch(`${browser.origin}/api/v1${path}`, { headers })).arrayBuffer());
}

/** A report of November as it is drafted. */
export function draft(owner: Person, clientId: string, wish: object = {}): Promise<Answer['body']> {
  return bodyOf(owner.browser.post('/reports', { clientId, month: '2026-11', ...wish }), 201);
}

/** A report of November, frozen. */
export async function sent(owner: Person, clientId: string, wish: object = {}): Promise<Answer['body']> {
  const { id, revision } = await draft(owner, clientId, wish);
  return (await owner.browser.post(`/reports/${String(id)}/send`, { revision })).body;
}

/** A link to a report. */
export async function shared(
  owner: Person,
  reportId: unknown,
  days = 7,
): Promise<{ id: string; url: string; token: string }> {
  const { body } = await owner.browser.post(`/reports/${String(reportId)}/links`, { days });
  return { id: body.id, url: body.url, token: String(body.url).split('/').at(-1) ?? '' };
}

/** The links a section of a report lists. */
export const links = (report: Answer['body'], section: string): Answer['body'][] =>
  report.document.sections.find((one: Answer['body']) => one.key === section)?.links ?? [];
