import { Injectable } from '@nestjs/common';
import { PlacementChecksService } from '../placements/placement-checks.service.js';
import { DueRepository } from './due.repository.js';
import { HostLeasesRepository } from './host-leases.repository.js';
import { RobotsCopiesRepository } from './robots-copies.repository.js';
import { TargetPageChecks } from './target-page-checks.js';

/** All that a turn at a host reads from the database and writes to it. */
@Injectable()
export class HostLedger {
  constructor(
    readonly leases: HostLeasesRepository,
    readonly due: DueRepository,
    readonly robots: RobotsCopiesRepository,
    readonly placements: PlacementChecksService,
    readonly targets: TargetPageChecks,
  ) {}
}
