import type { PlacementRow } from './placement-views.js';
import type { PlacementPaths } from './types-placements.js';

/** The HTTP contract by hand, in the shape openapi-typescript writes; the generated file takes its place. */

type Answer<Body> = { headers: Record<string, unknown>; content: { 'application/json': Body } };
type Nothing = { headers: Record<string, unknown>; content?: never };

interface Get<Body, Query = never, Path = never> {
  parameters: { query?: Query; header?: never; path: Path; cookie?: never };
  requestBody?: never;
  responses: { 200: Answer<Body> };
}
interface GetAll<Body, Query = never> {
  parameters: { query?: Query; header?: never; path?: never; cookie?: never };
  requestBody?: never;
  responses: { 200: Answer<Body> };
}
type Header = { 'Idempotency-Key'?: string };
interface Send<Body, Sent, Path = never> {
  parameters: { query?: never; header?: Header; path: Path; cookie?: never };
  requestBody: { content: { 'application/json': Sent } };
  responses: { 200: Answer<Body> };
}
interface SendAll<Body, Sent> {
  parameters: { query?: never; header?: Header; path?: never; cookie?: never };
  requestBody: { content: { 'application/json': Sent } };
  responses: { 200: Answer<Body> };
}
interface Act<Body, Path> {
  parameters: { query?: never; header?: Header; path: Path; cookie?: never };
  requestBody?: never;
  responses: { 200: Answer<Body> };
}
interface ActAll<Body> {
  parameters: { query?: never; header?: Header; path?: never; cookie?: never };
  requestBody?: never;
  responses: { 200: Answer<Body> };
}
interface Remove<Path> {
  parameters: { query?: never; header?: never; path: Path; cookie?: never };
  requestBody?: never;
  responses: { 204: Nothing };
}
interface RemoveAll {
  parameters: { query?: never; header?: never; path?: never; cookie?: never };
  requestBody?: never;
  responses: { 204: Nothing };
}
type Id = { id: string };
type Page<Item> = { items: Item[]; nextCursor: string | null; total: number; totalIsExact: boolean };
type Cursor = { cursor?: string; limit?: number };
type Items<Item> = { items: Item[] };
type Locale = 'en' | 'nl';
type Role = 'owner' | 'manager' | 'member' | 'viewer';

interface SessionView {
  user: { id: string; name: string; email: string; locale: Locale };
  workspace: { id: string; name: string; timeZone: string; locale: Locale; isDemo: boolean };
  member: { id: string; role: Role; limitedToClients: boolean; clientIds: string[] };
  workspaces: { id: string; name: string; role: Role }[];
  rights: ('read' | 'write' | 'manage' | 'own')[];
}
interface OpenSession {
  id: string;
  createdAt: string;
  lastSeenAt: string;
  userAgent: string | null;
  isCurrent: boolean;
}
interface Member {
  id: string;
  userId: string;
  name: string;
  email: string;
  role: Role;
  limitedToClients: boolean;
  clientIds: string[];
  createdAt: string;
  leftAt: string | null;
  placementCount: number;
  digest: boolean;
}
interface Invitation {
  id: string;
  email: string;
  role: Role;
  limitedToClients: boolean;
  clientIds: string[];
  createdAt: string;
  expiresAt: string;
}
interface Invite {
  email: string;
  role: Role;
  limitedToClients: boolean;
  clientIds: string[];
}
interface InvitationForGuest {
  workspaceName: string;
  email: string;
  role: Role;
  userExists: boolean;
}
interface ApiToken {
  id: string;
  name: string;
  scope: 'read' | 'write';
  createdAt: string;
  expiresOn: string | null;
  lastUsedAt: string | null;
}
interface Settings {
  hostGapMs?: number;
  downAfterDays?: number;
  goneAfterDays?: number;
  unverifiableInARow?: number;
  removedAfterHours?: number;
}
interface Workspace {
  id: string;
  name: string;
  timeZone: string;
  locale: Locale;
  isDemo: boolean;
  settings: Settings;
}
interface AuditEvent {
  id: string;
  at: string;
  action: string;
  actorKind: 'user' | 'token' | 'system';
  actorName: string | null;
  subjectKind: string | null;
  subjectId: string | null;
  outcome: 'done' | 'denied';
  params: Record<string, unknown>;
  message: string;
}
interface Job {
  id: string;
  kind: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'undone';
  total: number | null;
  finished: number;
  failed: number;
  result: Record<string, unknown> | null;
  errorCode: string | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}
interface Brand {
  id: string;
  name: string;
  homeUrl: string;
  aliases: string[];
  siteKey: string;
  archivedAt: string | null;
  targetPageCount: number;
}
interface Client {
  id: string;
  name: string;
  notes: string;
  createdAt: string;
  archivedAt: string | null;
  brands: Brand[];
  counts: { placements: number; live: number; differs: number; removed: number };
}
interface TargetPage {
  id: string;
  url: string;
  label: string;
  status: 'unknown' | 'answers' | 'failing' | 'could_not_check';
  httpStatus: number | null;
  finalUrl: string | null;
  indexable: boolean | null;
  failingSince: string | null;
  findingCode: string | null;
  checkedAt: string | null;
  nextCheckAt: string | null;
  placementCount: number;
  archivedAt: string | null;
}
interface Notification {
  id: string;
  kind: string;
  subjectKind: string;
  subjectId: string;
  params: Record<string, unknown>;
  text: string;
  createdAt: string;
  readAt: string | null;
}
interface Today {
  lists: {
    key: 'lost' | 'changed' | 'overdue' | 'check_by_hand' | 'site_down' | 'unlabelled' | 'target_failing';
    total: number;
    totalIsExact: boolean;
    items: PlacementRow[];
  }[];
  firstSteps: { client: boolean; brand: boolean; placement: boolean; done: boolean };
}
interface Mail {
  id: string;
  kind: 'digest' | 'invitation' | 'password_reset' | 'test';
  toAddress: string;
  subject: string;
  state: 'ready' | 'sent' | 'caught' | 'failed';
  createdAt: string;
  sentAt: string | null;
  lastError: string | null;
}
interface JobStarted {
  jobId: string;
}

export interface paths extends PlacementPaths {
  '/api/v1/setup': {
    get: GetAll<{ needed: boolean; tokenNeeded: boolean }>;
    post: SendAll<
      SessionView,
      {
        workspaceName: string;
        ownerName: string;
        email: string;
        password: string;
        locale: Locale;
        timeZone: string;
        setupToken?: string;
      }
    >;
  };
  '/api/v1/setup/demo': { post: SendAll<SessionView, { locale?: Locale; setupToken?: string }> };
  '/api/v1/session': {
    get: GetAll<SessionView>;
    post: SendAll<SessionView, { email: string; password: string }>;
    delete: RemoveAll;
  };
  '/api/v1/session/workspace': { put: SendAll<SessionView, { workspaceId: string }> };
  '/api/v1/session/user': { patch: SendAll<SessionView, { name?: string; locale?: Locale }> };
  '/api/v1/session/password': { post: SendAll<Record<string, never>, { current: string; next: string }> };
  '/api/v1/sessions': { get: GetAll<Items<OpenSession>> };
  '/api/v1/sessions/{id}': { delete: Remove<Id> };
  '/api/v1/members': { get: GetAll<Items<Member>, { state?: 'active' | 'left' }> };
  '/api/v1/members/{id}': {
    patch: Send<
      Member,
      { role?: Role; limitedToClients?: boolean; clientIds?: string[]; digest?: boolean },
      Id
    >;
  };
  '/api/v1/members/{id}/leave': {
    post: Send<
      { handedOver: { placements: number }; endedSessions: number; revokedTokens: number },
      { handOverTo: string | null },
      Id
    >;
  };
  '/api/v1/members/{id}/leaving': {
    get: Get<{ placements: number; sessions: number; tokens: number }, never, Id>;
  };
  '/api/v1/invitations': {
    get: GetAll<Items<Invitation>>;
    post: SendAll<{ invitation: Invitation; link: string }, Invite>;
  };
  '/api/v1/invitations/{id}': { delete: Remove<Id> };
  '/api/v1/invitations/by-token/{token}': { get: Get<InvitationForGuest, never, { token: string }> };
  '/api/v1/invitations/by-token/{token}/accept': {
    post: Send<SessionView, { name?: string; password?: string }, { token: string }>;
  };
  '/api/v1/api-tokens': {
    get: GetAll<Items<ApiToken>>;
    post: SendAll<
      ApiToken & { token: string },
      { name: string; scope: 'read' | 'write'; expiresOn?: string }
    >;
  };
  '/api/v1/api-tokens/{id}': { delete: Remove<Id> };
  '/api/v1/workspace': {
    get: GetAll<Workspace>;
    patch: SendAll<Workspace, { name?: string; timeZone?: string; locale?: Locale; settings?: Settings }>;
  };
  '/api/v1/audit-events': { get: GetAll<Page<AuditEvent>, Cursor & { action?: string; actor?: string }> };
  '/api/v1/jobs/{id}': { get: Get<Job, never, Id> };
  '/api/v1/jobs/{id}/undo': { post: Act<JobStarted, Id> };
  '/api/v1/clients': {
    get: GetAll<Items<Client>, { archived?: boolean }>;
    post: SendAll<Client, { name: string; notes?: string }>;
  };
  '/api/v1/clients/{id}': {
    get: Get<Client, never, Id>;
    patch: Send<Client, { name?: string; notes?: string }, Id>;
  };
  '/api/v1/clients/{id}/archive': { post: Act<Client, Id> };
  '/api/v1/clients/{id}/restore': { post: Act<Client, Id> };
  '/api/v1/clients/{id}/brands': {
    post: Send<Brand, { name: string; homeUrl: string; aliases?: string[] }, Id>;
  };
  '/api/v1/brands/{id}': { patch: Send<Brand, { name?: string; homeUrl?: string; aliases?: string[] }, Id> };
  '/api/v1/brands/{id}/archive': { post: Act<Brand, Id> };
  '/api/v1/brands/{id}/restore': { post: Act<Brand, Id> };
  '/api/v1/brands/{id}/target-pages': {
    get: Get<Items<TargetPage>, never, Id>;
    post: Send<TargetPage, { url: string; label?: string }, Id>;
  };
  '/api/v1/target-pages/{id}': { patch: Send<TargetPage, { label?: string }, Id> };
  '/api/v1/target-pages/{id}/archive': { post: Act<TargetPage, Id> };
  '/api/v1/target-pages/move': {
    post: SendAll<JobStarted, { brandId: string; moves: { from: string; to: string }[] }>;
  };
  '/api/v1/notifications': { get: GetAll<Page<Notification> & { unread: number }, Cursor> };
  '/api/v1/notifications/read': { post: SendAll<Record<string, never>, { ids?: string[]; all?: boolean }> };
  '/api/v1/today': { get: GetAll<Today, { clientId?: string; brandId?: string }> };
  '/api/v1/mail': { get: GetAll<Page<Mail> & { isCaught: boolean }, Cursor> };
  '/api/v1/mail/{id}': { get: Get<Mail & { text: string; html: string | null }, never, Id> };
  '/api/v1/mail/test': { post: ActAll<Mail> };
}
