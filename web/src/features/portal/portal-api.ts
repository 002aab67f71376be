import { api, bodyOf, query } from '../../api/client.js';

/** The start of the keys of everything the pages of the portal fetch. */
export const overviewQuery = query.queryOptions('get', '/api/v1/client/overview');

/** One question to the client. */
export function clientApprovalQuery(id: string) {
  return query.queryOptions('get', '/api/v1/client/approvals/{id}', { params: { path: { id } } });
}

/** One report that was sent. */
export function clientReportQuery(id: string) {
  return query.queryOptions('get', '/api/v1/client/reports/{id}', { params: { path: { id } } });
}

const page = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

export const fetchApprovals = (show: 'open' | 'decided') => (cursor: string | undefined) =>
  bodyOf(api.GET('/api/v1/client/approvals', { params: { query: { show, ...page(cursor) } } }));

export const fetchPlacements = (show: 'live' | 'awaited' | 'lost') => (cursor: string | undefined) =>
  bodyOf(api.GET('/api/v1/client/placements', { params: { query: { show, ...page(cursor) } } }));

export const fetchReports = (cursor: string | undefined) =>
  bodyOf(api.GET('/api/v1/client/reports', { params: { query: page(cursor) } }));

/** The month of "2026-10" in words. */
export function monthInWords(month: string, tag: string): string {
  const day = new Date(`${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(day);
}
