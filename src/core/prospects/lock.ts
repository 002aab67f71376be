/** A prospect's lock: whose it is and until when it holds, in milliseconds since 1970. */
export interface ProspectLock {
  readonly ownerMemberId: string | null;
  /** Null without a lock. */
  readonly until: number | null;
}

/** Who wants to act on it. */
export interface LockActor {
  readonly memberId: string;
  /** Managers and owners may release what others hold. */
  readonly isManager: boolean;
}

const DAY_MS = 24 * 3600_000;

/** Days a lock lasts where nobody says how many, and at most. */
export const LOCK_DAYS = { usual: 14, most: 90 } as const;

/** Whether a lock still holds at a moment. One without an owner holds nobody back. */
export function isLocked(lock: ProspectLock, at: number): boolean {
  return lock.ownerMemberId !== null && lock.until !== null && lock.until > at;
}

/** Whether somebody else than this member holds the prospect at a moment. */
export function isLockedByOther(lock: ProspectLock, memberId: string, at: number): boolean {
  return isLocked(lock, at) && lock.ownerMemberId !== memberId;
}

/**
 * Whether a member may take the prospect over, or change who owns it: it is free, its lock has expired, it is theirs, or they are a
 * manager. Its holder and managers may also let it go.
 */
export function mayTakeOver(lock: ProspectLock, actor: LockActor, at: number): boolean {
  return actor.isManager || !isLockedByOther(lock, actor.memberId, at);
}

/** The lock a member gets for a number of days from a moment. */
export function lockFor(memberId: string, days: number, at: number): ProspectLock {
  return { ownerMemberId: memberId, until: at + days * DAY_MS };
}
