export const WORKSPACE = '01930000-0000-7000-8000-000000000001';
export const USER = '01930000-0000-7000-8000-000000000002';
export const IMPORT = '01930000-0000-7000-8000-000000000003';
export const AT = '2026-11-20T09:00:00.000Z';

const STATUSES = ['new', 'researching', 'qualified', 'paused'];
const LANGUAGES = ['en', 'nl', 'de', 'fr'];

/** One row of the file: what ours reads as text, and what the others are given ready-made. */
export function rowOf(no) {
  const host = `site-${(no * 7919) % 10_000_019}.example`;
  const status = STATUSES[no % 4];
  const language = LANGUAGES[no % 4];
  return { host, status, language, country: 'NL', notes: `A site about gardens, no. ${no}` };
}
