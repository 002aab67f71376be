import type { Clock } from '../../platform/clock/clock.js';
import type { Config } from '../../platform/config/config.js';
import type { Log } from '../../platform/logging/log.js';
import type { CheckProgress } from './check-progress.js';
import type { HostLedger } from './host-ledger.js';
import type { LineDoubt } from './line-doubt.js';
import type { PageVisitor } from './visit/page-visitor.js';

/** What a turn at a host works with. */
export interface TurnMeans {
  readonly visitor: PageVisitor;
  readonly ledger: HostLedger;
  readonly doubt: LineDoubt;
  readonly progress: CheckProgress;
  readonly clock: Clock;
  readonly config: Config;
  readonly log: Log;
}
