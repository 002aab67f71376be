import type { ImportedRow, ImportMapping, ImportOptions, ImportRow, ImportView } from './import-views.js';
import type {
  CheckView,
  EventView,
  EvidenceView,
  Page,
  PlacementCounts,
  PlacementDetail,
  PlacementRow,
  SiteView,
} from './placement-views.js';

/** Placements and imports as the contract says them, by hand until the generated description takes their place. */
type Answer<Body> = { headers: Record<string, unknown>; content: { 'application/json': Body } };
interface Parameters<Query, Path> {
  query?: Query;
  header?: { 'Idempotency-Key'?: string };
  path: Path;
  cookie?: never;
}
interface Get<Body, Path, Query = never> {
  parameters: Parameters<Query, Path>;
  requestBody?: never;
  responses: { 200: Answer<Body> };
}
interface GetAll<Body, Query> {
  parameters: { query?: Query; header?: never; path?: never; cookie?: never };
  requestBody?: never;
  responses: { 200: Answer<Body> };
}
interface Post<Body, Sent, Path> {
  parameters: Parameters<never, Path>;
  requestBody: { content: { 'application/json': Sent } };
  responses: { 200: Answer<Body> };
}
interface PostAll<Body, Sent> {
  parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never };
  requestBody: { content: { 'application/json': Sent } };
  responses: { 201: Answer<Body> };
}
interface Act<Body, Path> {
  parameters: Parameters<never, Path>;
  requestBody?: never;
  responses: { 200: Answer<Body> };
}

type Id = { id: string };
type Filter = Record<string, string | number | boolean>;
type Cursor = { cursor?: string; limit?: number };
type JobStarted = { jobId: string };
/** Bodies are built by the pure parts of the forms and looked at again by the server. */
type Sent = Readonly<Record<string, unknown>>;

export interface PlacementPaths {
  '/api/v1/placements': { get: GetAll<Page<PlacementRow>, Filter>; post: PostAll<PlacementRow, Sent> };
  '/api/v1/placements/counts': { get: GetAll<PlacementCounts, Filter> };
  '/api/v1/placements/bulk': { post: PostAll<JobStarted, Sent> };
  '/api/v1/placements/{id}': { get: Get<PlacementDetail, Id>; patch: Post<PlacementDetail, Sent, Id> };
  '/api/v1/placements/{id}/check': { post: Act<{ placementId: string }, Id> };
  '/api/v1/placements/{id}/accept': { post: Post<PlacementRow, { note?: string }, Id> };
  '/api/v1/placements/{id}/end': { post: Post<PlacementRow, { reason?: string }, Id> };
  '/api/v1/placements/{id}/release': { post: Post<PlacementRow, { reason: string }, Id> };
  '/api/v1/placements/{id}/replace': { post: Post<PlacementRow, Sent, Id> };
  '/api/v1/placements/{id}/reopen': { post: Act<PlacementRow, Id> };
  '/api/v1/placements/{id}/archive': { post: Act<PlacementRow, Id> };
  '/api/v1/placements/{id}/restore': { post: Act<PlacementRow, Id> };
  '/api/v1/placements/{id}/seen-by-hand': { post: Post<PlacementRow, Sent, Id> };
  '/api/v1/placements/{id}/checks': { get: Get<Page<CheckView>, Id, Cursor> };
  '/api/v1/placements/{id}/evidence': { get: Get<EvidenceView, Id, { checkId?: string }> };
  '/api/v1/placements/{id}/timeline': { get: Get<Page<EventView>, Id, Cursor> };
  '/api/v1/sites': { get: GetAll<Page<SiteView>, Cursor & { search?: string }> };
  '/api/v1/sites/{id}': { get: Get<SiteView, Id> };
  '/api/v1/imports': { get: GetAll<Page<ImportRow>, Cursor>; post: PostAll<ImportView, Sent> };
  '/api/v1/imports/{id}': { get: Get<ImportView, Id> };
  '/api/v1/imports/{id}/mapping': {
    put: Post<ImportView, { mapping: ImportMapping; options: ImportOptions }, Id>;
  };
  '/api/v1/imports/{id}/try': { post: Act<JobStarted, Id> };
  '/api/v1/imports/{id}/run': { post: Act<JobStarted, Id> };
  '/api/v1/imports/{id}/undo': { post: Act<JobStarted, Id> };
  '/api/v1/imports/{id}/rows': { get: Get<Page<ImportedRow>, Id, Cursor & { outcome?: string }> };
}
