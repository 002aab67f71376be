import type { Role } from '../../core/access/roles.js';
import { AppError } from '../errors/app-error.js';
import type { Principal } from '../http/principal.js';
import type { Locale } from '../i18n/catalogue.js';
import type { ItemOutcome, ProgressJob } from './progress-job.js';

/** What became of one item: an act that is refused fails alone, with its code. It must refuse before it writes anything. */
export async function outcomeOf(act: () => Promise<ItemOutcome>): Promise<ItemOutcome> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    return { state: 'failed', errorCode: error.code };
  }
}

/** What a job must be told so that it can act as who started it. */
export function asStarter({ role, memberId, locale }: Principal) {
  return { role, memberId, locale };
}

/** Whoever started a job, as they were then; its parameters hold `asStarter`. */
export function starterOf(job: ProgressJob): Principal {
  return {
    userId: job.createdBy ?? '',
    memberId: String(job.params['memberId']),
    workspaceId: job.workspaceId,
    role: job.params['role'] as Role,
    clientIds: job.limitedTo,
    locale: (job.params['locale'] ?? 'en') as Locale,
    tokenId: null,
    sessionId: null,
  };
}
