import { Module, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { DemoAddress } from '../../platform/fetch/demo-address.js';
import { systemResolver } from '../../platform/fetch/dns-resolver.js';
import { PageFetcher } from '../../platform/fetch/page-fetcher.js';
import { userAgent } from '../../platform/fetch/user-agent.js';
import { Health } from '../../platform/health/health.js';
import { PlacementChecksModule } from '../placements/placement-checks.module.js';
import { CheckProgress } from './check-progress.js';
import { CheckWorker } from './check-worker.js';
import { ChecksController } from './checks.controller.js';
import { ChecksQueries } from './checks.query.js';
import { ChecksService } from './checks.service.js';
import { DueRepository } from './due.repository.js';
import { HostLeasesRepository } from './host-leases.repository.js';
import { HostLedger } from './host-ledger.js';
import { LineDoubt } from './line-doubt.js';
import { PageReplay } from './page-replay.service.js';
import { PageTurns } from './page-turns.service.js';
import { RobotsCopiesRepository } from './robots-copies.repository.js';
import { StreamController } from './stream.controller.js';
import { StreamService } from './stream.service.js';
import { TargetPageChecks } from './target-page-checks.js';
import { TargetPageChecksRepository } from './target-page-checks.repository.js';
import { PageVisitor } from './visit/page-visitor.js';
import { VisitTools } from './visit-tools.js';
import { WorkerName } from './worker-name.js';
import { WorkerWindowsRepository } from './worker-windows.repository.js';

/** Checks of placements and target pages, and what they found. */
@Module({
  imports: [PlacementChecksModule],
  controllers: [ChecksController, StreamController],
  providers: [
    CheckProgress,
    CheckWorker,
    ChecksQueries,
    ChecksService,
    DemoAddress,
    DueRepository,
    HostLeasesRepository,
    HostLedger,
    LineDoubt,
    PageReplay,
    PageTurns,
    RobotsCopiesRepository,
    StreamService,
    TargetPageChecks,
    TargetPageChecksRepository,
    VisitTools,
    WorkerName,
    WorkerWindowsRepository,
    {
      provide: PageFetcher,
      inject: [Config, DemoAddress],
      useFactory: (config: Config, demo: DemoAddress) =>
        new PageFetcher({
          resolve: systemResolver(),
          allow: config.fetchAllow,
          demo: () => demo.current,
          userAgent: userAgent(config.botUrl),
        }),
    },
    {
      provide: PageVisitor,
      inject: [PageFetcher, VisitTools, Clock],
      useFactory: (fetcher: PageFetcher, tools: VisitTools, clock: Clock) =>
        new PageVisitor({
          fetcher,
          reader: tools,
          renderer: tools.renderer,
          now: () => clock.now().getTime(),
        }),
    },
  ],
  exports: [CheckWorker, DemoAddress, PageReplay, PageTurns],
})
export class VerifierModule implements OnModuleInit {
  constructor(
    private readonly health: Health,
    private readonly windows: WorkerWindowsRepository,
    private readonly clock: Clock,
  ) {}

  /** Ready means, too, that no worker doubts its own line. */
  onModuleInit(): void {
    this.health.register('line', async () => {
      const silent = await this.windows.silent(this.clock.now());
      return silent === 0 ? { ok: true, state: 'ok' } : { ok: false, state: 'own_line_down' };
    });
  }
}
