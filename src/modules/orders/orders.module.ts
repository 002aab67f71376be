import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { PlacementsModule } from '../placements/placements.module.js';
import { PublishersModule } from '../publishers/publishers.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { TasksModule } from '../tasks/tasks.module.js';
import { BudgetsController } from './budgets.controller.js';
import { BudgetsQuery } from './budgets.query.js';
import { BudgetsService } from './budgets.service.js';
import { OrderEntity } from './order.entity.js';
import { OrderActing } from './order-acting.js';
import { OrderActsService } from './order-acts.service.js';
import { OrderChanging } from './order-changing.js';
import { OrderCreditEntity } from './order-credit.entity.js';
import { OrderDeal } from './order-deal.js';
import { OrderExport } from './order-export.js';
import { OrderLineEntity } from './order-line.entity.js';
import { OrderLines } from './order-lines.js';
import { OrderListController } from './order-list.controller.js';
import { OrderListQueries } from './order-list.query.js';
import { OrderListeners } from './order-listeners.js';
import { OrderMaking } from './order-making.js';
import { OrderNamesQuery } from './order-names.query.js';
import { OrderOwnersRepository } from './order-owners.repository.js';
import { OrderPlacesRepository } from './order-places.repository.js';
import { OrderQuoting } from './order-quoting.js';
import { OrderRenewals } from './order-renewals.js';
import { OrderReplacements } from './order-replacements.js';
import { OrderRounds } from './order-rounds.js';
import { OrderRoundsQuery } from './order-rounds.query.js';
import { OrderTies } from './order-ties.js';
import { OrderViews } from './order-views.js';
import { OrderWriting } from './order-writing.js';
import { OrdersController } from './orders.controller.js';
import { OrdersRepository } from './orders.repository.js';
import { OrdersService } from './orders.service.js';

/** Orders: the commercial side of placements, and the budget they use. Lists stand before pages: `export` is no id. */
@Module({
  imports: [
    TypeOrmModule.forFeature([OrderEntity, OrderLineEntity, OrderCreditEntity]),
    AccessModule,
    ClientsModule,
    SitesModule,
    PublishersModule,
    PlacementsModule,
    TasksModule,
  ],
  controllers: [OrderListController, OrdersController, BudgetsController],
  providers: [
    BudgetsQuery,
    BudgetsService,
    OrderActing,
    OrderActsService,
    OrderChanging,
    OrderDeal,
    OrderExport,
    OrderLines,
    OrderListQueries,
    OrderListeners,
    OrderMaking,
    OrderNamesQuery,
    OrderOwnersRepository,
    OrderPlacesRepository,
    OrderQuoting,
    OrderRenewals,
    OrderReplacements,
    OrderRounds,
    OrderRoundsQuery,
    OrderTies,
    OrderViews,
    OrderWriting,
    OrdersRepository,
    OrdersService,
  ],
  exports: [BudgetsService, OrderActsService, OrdersService],
})
export class OrdersModule {}
