import type {
  ExclusionReason,
  FieldType,
  FitAnswer,
  ProspectStatus,
  RecordKind,
  RelationshipStage,
} from './prospect-words.js';

export type CustomValue = string | number | boolean;
export interface TagLabel {
  id: string;
  name: string;
}
export interface MetricView {
  source: string;
  metric: string;
  value: number;
  measuredOn: string;
  release?: string | null;
}
export interface ExclusionMark {
  clientId: string;
  clientName: string;
  reason: ExclusionReason;
}
export interface ProspectRow {
  id: string;
  siteId: string;
  siteKey: string;
  displayHost: string;
  status: ProspectStatus;
  ownerMemberId: string | null;
  ownerName: string | null;
  lockUntil: string | null;
  isLockedByOther: boolean;
  language: string | null;
  country: string | null;
  tags: TagLabel[];
  topics: TagLabel[];
  fitYes: number;
  fitNo: number;
  fitOf: number;
  doNotContact: boolean;
  contactCount: number;
  lastTouchAt: string | null;
  lastTouchMemberName: string | null;
  stage: RelationshipStage;
  metrics: MetricView[];
  custom: Record<string, CustomValue>;
  exclusions: ExclusionMark[];
  publisher: { id: string; name: string } | null;
  notes: string;
  revision: number;
  createdAt: string;
  updatedAt: string;
  archivedAt: string | null;
}
export interface FitLine {
  name: string;
  kind: 'question' | 'mark';
  answer: FitAnswer;
}
export interface ConflictTouch {
  id: string;
  at: string;
  kind: string;
  direction: 'out' | 'in';
  result: string;
  memberName: string | null;
  clientId: string | null;
  clientName: string | null;
  brandName: string | null;
  isHidden: boolean;
  counts: boolean;
}
export interface SiteConflict {
  answer: 'free' | 'warn';
  reasons: string[];
  coolDownDays: number;
  touches: ConflictTouch[];
  ownedBy: string | null;
  lockedUntil: string | null;
  liveLinks: { clientId: string | null; clientName: string | null; count: number }[];
  exclusions: ExclusionMark[];
  suppression: { id: string; reason: string; createdAt: string } | null;
  siblings: { siteId: string; displayHost: string; lastTouchAt: string | null; memberName: string | null }[];
  exempt: 'partner' | 'engaged' | null;
}
export interface ProspectDetail extends ProspectRow {
  fit: FitLine[];
  touchCount: number;
  conflict: SiteConflict;
  importId: string | null;
  createdByName: string | null;
}
export interface AddedProspect extends ProspectDetail {
  warnings: { code: string }[];
}
export interface ProspectCounts {
  all: number;
  byStatus: Record<ProspectStatus, number>;
  mine: number;
  unowned: number;
  doNotContact: number;
}
/** What a person may change of a prospect. */
export interface ProspectChange {
  status?: ProspectStatus;
  ownerMemberId?: string | null;
  language?: string | null;
  country?: string | null;
  notes?: string;
  tags?: string[];
  topics?: string[];
  custom?: Record<string, CustomValue | null>;
}
export interface OwnField {
  id: string;
  recordKind: RecordKind;
  fieldKey: string;
  name: string;
  type: FieldType;
  choices: string[];
  position: number;
  archivedAt: string | null;
}
export interface TagView {
  id: string;
  kind: 'tag' | 'topic';
  name: string;
  prospectCount: number;
}
export interface TouchView {
  id: string;
  at: string;
  kind: string;
  direction: 'out' | 'in';
  result: string;
  memberName: string | null;
  contactId: string | null;
  contactName: string | null;
  clientId: string | null;
  clientName: string | null;
  brandName: string | null;
  note: string;
  isHidden: boolean;
}
export interface ExclusionView {
  id: string;
  clientId: string;
  siteId: string;
  siteKey: string;
  displayHost: string;
  reason: ExclusionReason;
  note: string;
  createdByName: string | null;
  createdAt: string;
}
export interface SuppressionView {
  id: string;
  kind: 'address' | 'site';
  siteId: string | null;
  displayHost: string | null;
  address: string | null;
  reason: string;
  note: string;
  createdByName: string | null;
  createdAt: string;
}
export interface SavedView {
  id: string;
  list: string;
  name: string;
  query: string;
  isShared: boolean;
  memberId: string;
  isMine: boolean;
  updatedAt: string;
}
export interface SitePublisher {
  linkId: string;
  publisherId: string;
  name: string;
  role: string;
  sinceOn: string | null;
  untilOn: string | null;
  isFormer: boolean;
}
export interface SiteCondition {
  id: string;
  publisherId: string | null;
  publisherName: string | null;
  siteId: string | null;
  type: string | null;
  priceMinor: number | null;
  currency: string | null;
  relPolicy: string | null;
  wordsFrom: number | null;
  wordsTo: number | null;
  turnaroundDays: number | null;
  refusedTopics: string[];
  notes: string;
  askedOn: string | null;
  recordedAt: string;
  outdatedAt: string | null;
  outdatedReason: string | null;
}
export interface ContactAtSite {
  id: string;
  name: string;
  position: string;
  mainAddress: string | null;
  places: { siteId: string | null; isFormer: boolean; role: string }[];
  ground: string | null;
  mayMail: { answer: 'yes' | 'no' | 'ask'; code: string };
  isFormer: boolean;
  objectedAt: string | null;
}
export interface ProposalView {
  id: string;
  siteId: string;
  name: string;
  position: string;
  address: string | null;
  isGeneric: boolean;
  pageUrl: string;
  pageKind: string;
  evidenceText: string;
  confidence: number | null;
  foundBy: 'reading' | 'hunter';
  foundAt: string;
  proposedGround: string | null;
  state: string;
  contactId: string | null;
  knownContactId: string | null;
}
