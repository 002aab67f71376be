import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { Rights } from '../../platform/http/decorators.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { answerTable } from '../../platform/http/table-answer.js';
import { OrderExport } from './order-export.js';
import { OrderExportQuery, OrderListQuery } from './order-list.dto.js';
import { OrderList } from './order-views.dto.js';
import { OrdersService } from './orders.service.js';

@Controller('orders')
export class OrderListController {
  constructor(
    private readonly orders: OrdersService,
    private readonly file: OrderExport,
  ) {}

  @Get()
  @Rights('read')
  listOrders(@Principal() who: Principal, @Query() query: OrderListQuery): Promise<OrderList> {
    return this.orders.list(scopeOf(who), query);
  }

  /** For bookkeeping: one row a line and one a credit, as a CSV or XLSX file that is safe to open in a spreadsheet. */
  @Get('export')
  @Rights('read')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async exportOrders(
    @Principal() who: Principal,
    @Query() query: OrderExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { format = 'csv', ...filter } = query;
    const { columns } = this.file;
    await answerTable(response, { name: 'orders', format, columns }, this.file.rows(scopeOf(who), filter));
  }
}
