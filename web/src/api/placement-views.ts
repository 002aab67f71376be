import type {
  AcceptedStep,
  Compensation,
  PlacementState,
  PlacementType,
  Region,
  RelTerm,
  SourceKind,
  Standing,
} from './placement-words.js';

/** One term as the API gives it; an unknown term has no value. */
export interface TermView<Value> {
  readonly standing: Standing;
  readonly value?: Value | null;
}

export interface TermsView {
  readonly rel: TermView<RelTerm>;
  readonly anchor: TermView<string>;
  readonly region: TermView<Region>;
  readonly indexable: TermView<boolean>;
  readonly duration: TermView<string>;
  readonly match: AcceptedStep;
}

export type Verdict = 'live' | 'differs' | 'absent' | 'unreachable' | 'unverifiable';

/** What the list shows of one placement. */
export interface PlacementRow {
  readonly id: string;
  readonly state: PlacementState;
  readonly stateSince: string;
  readonly rechecking: boolean;
  readonly overdue: boolean;
  readonly isBaselineRemoved: boolean;
  readonly sourceUrl: string | null;
  readonly sourceHost: string;
  readonly siteId: string | null;
  readonly targetUrl: string;
  readonly targetPath: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly brandId: string;
  readonly brandName: string;
  readonly ownerMemberId: string | null;
  readonly ownerName: string | null;
  readonly type: PlacementType;
  readonly compensation: Compensation;
  readonly label: 'own_network' | null;
  readonly terms: TermsView;
  readonly seen: {
    readonly rel: string | null;
    readonly anchor: string | null;
    readonly status: number | null;
    readonly code: string | null;
  };
  readonly findingCodes: string[];
  readonly unmetTerms: number;
  readonly brokenRules: number;
  /** Oldest first, at most ten. */
  readonly lastVerdicts: Verdict[];
  readonly checkedAt: string | null;
  readonly lastSeenAt: string | null;
  readonly nextCheckAt: string | null;
  readonly nextCheckReason: string | null;
  readonly dueOn: string | null;
  readonly targetFailing: boolean;
  readonly importId: string | null;
  readonly revision: number;
  readonly createdAt: string;
  readonly archivedAt: string | null;
}

export interface FindingView {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export interface TermSourceView {
  readonly id: string;
  readonly terms: string[];
  readonly kind: SourceKind;
  readonly reference: string;
  readonly agreedOn: string | null;
  readonly recordedBy: string | null;
  readonly recordedAt: string;
  readonly documentName: string | null;
}

export interface RedirectView {
  readonly url: string;
  readonly status: number;
}

/** One check as the history lists it. */
export interface CheckView {
  readonly id: string;
  readonly at: string;
  readonly verdict: Verdict;
  readonly stateAfter: PlacementState;
  readonly origin: string;
  readonly findings: FindingView[];
  readonly pageStatus: number | null;
  readonly finalUrl: string | null;
  readonly redirects: RedirectView[];
  readonly seen: { readonly rel: string | null; readonly anchor: string | null } | null;
  readonly rendered: boolean;
  readonly durationMs: number | null;
  readonly evidenceHash: string | null;
}

/** A placement with all its page shows. */
export interface PlacementDetail extends PlacementRow {
  readonly notes: string;
  readonly labellingAgreed: boolean;
  readonly closeReason: string | null;
  readonly replacedById: string | null;
  readonly replacesId: string | null;
  readonly termSources: TermSourceView[];
  readonly findings: FindingView[];
  readonly sentence: {
    readonly code: string;
    readonly params: Readonly<Record<string, unknown>>;
    readonly text: string;
  };
  readonly lastCheck: Pick<
    CheckView,
    'id' | 'at' | 'verdict' | 'pageStatus' | 'finalUrl' | 'rendered'
  > | null;
  readonly targetPage: {
    readonly id: string;
    readonly url: string;
    readonly status: string;
    readonly failingSince: string | null;
  } | null;
  readonly memory: {
    readonly firstAbsentAt: string | null;
    readonly absentCount: number;
    readonly unreachableSince: string | null;
    readonly unverifiableCount: number;
    readonly seenByHandUntil: string | null;
  };
}

export interface EvidenceView {
  readonly at: string;
  readonly html: string;
  readonly before: { readonly at: string; readonly html: string } | null;
  readonly headers: Readonly<Record<string, string | string[]>> | null;
  readonly occurrences: { readonly href: string; readonly anchor?: string }[];
  readonly hash: string | null;
}

export interface EventView {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly actorName: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export interface SiteView {
  readonly id: string;
  readonly kind: 'domain' | 'host' | 'sub_domain' | 'path';
  readonly siteKey: string;
  readonly host: string;
  /** The key as people read it: host, and the prefix of a path site. */
  readonly displayHost: string;
  readonly pathPrefix: string;
  readonly parentSiteId: string | null;
  readonly placementCount: number;
  readonly liveCount: number;
  readonly characterChangedAt: string | null;
}

export interface PlacementCounts {
  readonly all: number;
  readonly byState: Partial<Record<PlacementState, number>>;
  readonly liveCount: number;
  readonly unlabelled: number;
  readonly overdue: number;
  readonly rechecking: number;
}

/** One page of a list. */
export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly totalIsExact: boolean;
}
