import { api, bodyOf, query } from '../../api/client.js';
import type { components } from '../../api/schema.generated.js';

export type ReportDetail = components['schemas']['ReportDetail'];

/** The start of the keys of the list of reports. */
export const REPORTS = ['reports'] as const;

export function reportQuery(id: string) {
  return query.queryOptions('get', '/api/v1/reports/{id}', { params: { path: { id } } });
}

/** The links that open a report. */
export function reportLinksQuery(id: string) {
  return query.queryOptions('get', '/api/v1/reports/{id}/links', { params: { path: { id } } });
}

/** A page of reports, of one client or of all. */
export const fetchReports = (clientId: string | undefined) => (cursor: string | undefined) =>
  bodyOf(
    api.GET('/api/v1/reports', {
      params: {
        query: {
          ...(clientId === undefined ? {} : { clientId }),
          ...(cursor === undefined ? {} : { cursor }),
        },
      },
    }),
  );

/** The month of "2026-10" in words. */
export function monthInWords(month: string, tag: string): string {
  const day = new Date(`${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(day);
}

/** The last months as choices, the newest first: the month before `today` comes first in mind, but this one is possible too. */
export function lastMonths(today: string, count: number): string[] {
  const [year = 1970, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  );
}
