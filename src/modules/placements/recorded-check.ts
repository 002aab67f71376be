import type { Occurrence, Visit } from '../../core/verifier/facts.js';
import { brokenRules, unmetTerms } from '../../core/verifier/finding-counts.js';
import { remember } from '../../core/verifier/memory.js';
import type { MemorySettings, PlacementMemory, StateChange } from '../../core/verifier/placement-memory.js';
import { nextCheck } from '../../core/verifier/schedule.js';
import { pageChangedCharacter } from '../../core/verifier/site-character.js';
import type { Judgement } from '../../core/verifier/verdict.js';
import type { CheckRow } from './check-row.js';
import { type MemoryColumns, memoryColumns, readMemory } from './stored-memory.js';

/** Evidence of a check: its hash says whether it is new, its bytes are kept once. */
export interface CheckEvidence {
  readonly hash: string;
  readonly content: Buffer;
}

/** A judged check on its way into the ledger. */
export interface JudgedCheck {
  readonly id: string;
  readonly placementId: string;
  /** Revision of the placement when it was judged: a check of terms that were changed meanwhile is not recorded. */
  readonly revision: number;
  readonly at: Date;
  readonly origin: 'schedule' | 'asked';
  readonly visit: Visit;
  readonly judgement: Judgement;
  readonly evidence: CheckEvidence | null;
  readonly durationMs: number;
}

/** The columns a check writes on its placement. */
export interface CheckedColumns extends MemoryColumns {
  readonly id: string;
  readonly lastCheckId: string;
  readonly nextCheckAt: Date | null;
  readonly nextCheckReason: string | null;
  readonly findingCodes: readonly string[];
  readonly unmetTerms: number;
  readonly brokenRules: number;
  readonly pageStatus: number | null;
  readonly seenRel: string | null;
  readonly seenAnchor: string | null;
  readonly mainTextHash: string | null;
  readonly evidenceHash: string | null;
  readonly pageLanguage: string | null;
  readonly pageTitle: string | null;
  readonly pageChangedAt: Date | null;
}

export interface RecordedCheck {
  readonly columns: CheckedColumns;
  /** What people are told, null when nothing is. */
  readonly change: StateChange | null;
  /** Whether the page became another one with this check. */
  readonly pageChanged: boolean;
}

/** What one check makes of a placement's columns. `jitter` is chance in [0, 1). */
export function recordCheck(
  row: CheckRow,
  check: JudgedCheck,
  settings: MemorySettings,
  jitter: number,
): RecordedCheck {
  const at = check.at.getTime();
  const { memory, change } = remember(
    readMemory(row),
    check.judgement,
    { at, targetFailing: row.targetFailing },
    settings,
  );
  const character = characterAfter(row, check);
  const { findings } = check.judgement;
  const columns = {
    ...memoryColumns(memory),
    ...nextColumns(row, memory, at, jitter),
    ...seenColumns(row, check),
    ...character.columns,
    id: row.id,
    lastCheckId: check.id,
    findingCodes: findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code),
    unmetTerms: unmetTerms(findings),
    brokenRules: brokenRules(findings),
    pageStatus: check.visit.status,
    evidenceHash: check.evidence?.hash ?? row.evidenceHash,
  };
  return { columns, change, pageChanged: character.changed };
}

/** The next check of a placement with this memory; nothing for a closed one. */
export function nextColumns(
  row: Pick<CheckRow, 'compensation' | 'ownerChangedAt'>,
  memory: PlacementMemory,
  now: number,
  jitter: number,
) {
  const next = nextCheck(memory, {
    now,
    compensated: row.compensation !== 'none',
    hasNewOwner: row.ownerChangedAt !== null,
    jitter,
  });
  return {
    nextCheckAt: next === null ? null : new Date(Math.round(next.at)),
    nextCheckReason: next?.reason ?? null,
  };
}

/** The judged occurrence of a check. */
export function bestOf({ visit, judgement }: Pick<JudgedCheck, 'visit' | 'judgement'>): Occurrence | null {
  return judgement.best === null ? null : (visit.page?.occurrences[judgement.best] ?? null);
}

/** What was seen of the link: of this check when the page was read, else still what was seen before. */
function seenColumns(row: CheckRow, check: JudgedCheck) {
  const best = bestOf(check);
  if (best !== null) {
    const mainTextHash = check.visit.page?.mainTextHash ?? null;
    return { seenRel: best.rel.join(' '), seenAnchor: best.anchor, mainTextHash };
  }
  const isAbsent = check.judgement.verdict === 'absent';
  return {
    seenRel: isAbsent ? null : row.seenRel,
    seenAnchor: isAbsent ? null : row.seenAnchor,
    mainTextHash: row.mainTextHash,
  };
}

function characterAfter(row: CheckRow, { visit: { page }, judgement, at }: JudgedCheck) {
  const before = { language: row.pageLanguage, title: row.pageTitle, mainTextHash: row.mainTextHash };
  const isProof = judgement.verdict !== 'unreachable' && judgement.verdict !== 'unverifiable';
  const after = isProof && page !== null ? page : before;
  const changed = pageChangedCharacter(before, after);
  const columns = {
    pageLanguage: after.language?.slice(0, 100) ?? null,
    pageTitle: after.title?.slice(0, 1000) ?? null,
    pageChangedAt: changed ? at : row.pageChangedAt,
  };
  return { changed, columns };
}
