import type { Clock } from '../../platform/clock/clock.js';
import type { Config } from '../../platform/config/config.js';
import type { RobotsStore } from '../../platform/fetch/robots-source.js';
import type { Log } from '../../platform/logging/log.js';
import type { PlacementChecksService } from '../placements/placement-checks.service.js';
import type { CheckProgress } from './check-progress.js';
import type { DueRepository } from './due.repository.js';
import type { HostLeasesRepository } from './host-leases.repository.js';
import type { LineDoubt } from './line-doubt.js';
import type { TargetPageChecks } from './target-page-checks.js';
import type { PageVisitor } from './visit/page-visitor.js';

/** What a turn at a host works with. */
export interface TurnMeans {
  readonly visitor: PageVisitor;
  readonly leases: HostLeasesRepository;
  readonly due: DueRepository;
  readonly placements: PlacementChecksService;
  readonly targets: TargetPageChecks;
  readonly robots: RobotsStore;
  readonly doubt: LineDoubt;
  readonly progress: CheckProgress;
  readonly clock: Clock;
  readonly config: Config;
  readonly log: Log;
}
