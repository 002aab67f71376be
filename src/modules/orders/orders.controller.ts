import { Body, Controller, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { CreditWish, LinePlacement, LineReplacement, PaymentWish, RenewalWish } from './order-acts.dto.js';
import { OrderActsService } from './order-acts.service.js';
import { OrderRenewals } from './order-renewals.js';
import { OrderReplacements } from './order-replacements.js';
import { OrderDetail } from './order-views.dto.js';
import { NewOrder, OrderChange } from './order-wish.dto.js';
import { OrdersService } from './orders.service.js';

@Controller('orders')
export class OrdersController {
  constructor(
    private readonly orders: OrdersService,
    private readonly acts: OrderActsService,
    private readonly replacements: OrderReplacements,
    private readonly renewals: OrderRenewals,
  ) {}

  /** Writes a quote down; its placements may be named later. */
  @Post()
  @Rights('write')
  createOrder(@Principal() who: Principal, @Body() body: NewOrder): Promise<OrderDetail> {
    return this.orders.create(scopeOf(who), body);
  }

  @Get(':id')
  @Rights('read')
  getOrder(@Principal() who: Principal, @IdParam() id: string): Promise<OrderDetail> {
    return this.orders.get(scopeOf(who), id);
  }

  /** Changes an order. Lines and currency only until it is ordered; such a change takes an approval back. */
  @Patch(':id')
  @Rights('write')
  changeOrder(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: OrderChange,
  ): Promise<OrderDetail> {
    return this.orders.change(scopeOf(who), id, body);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Rights('manage')
  approveOrder(@Principal() who: Principal, @IdParam() id: string): Promise<OrderDetail> {
    return this.acts.approve(scopeOf(who), id);
  }

  /** Notes that it was ordered with the supplier. */
  @Post(':id/order')
  @HttpCode(200)
  @Rights('write')
  placeOrder(@Principal() who: Principal, @IdParam() id: string): Promise<OrderDetail> {
    return this.acts.order(scopeOf(who), id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Rights('manage')
  cancelOrder(@Principal() who: Principal, @IdParam() id: string): Promise<OrderDetail> {
    return this.acts.cancel(scopeOf(who), id);
  }

  /** Notes that the supplier was paid: only for what was verified live, with the label where one was agreed. */
  @Post(':id/pay')
  @HttpCode(200)
  @Rights('manage')
  payOrder(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: PaymentWish,
  ): Promise<OrderDetail> {
    return this.acts.pay(scopeOf(who), id, body);
  }

  /** Notes what the supplier gave back for a line. */
  @Post(':id/lines/:lineId/credit')
  @HttpCode(200)
  @Rights('manage')
  creditOrderLine(
    @Principal() who: Principal,
    @IdParam() id: string,
    @IdParam('lineId') lineId: string,
    @Body() body: CreditWish,
  ): Promise<OrderDetail> {
    return this.acts.credit(scopeOf(who), id, lineId, body);
  }

  /** Puts the deal of a line on another placement: its amount and what was paid of it go along. */
  @Post(':id/lines/:lineId/replace')
  @HttpCode(200)
  @Rights('write')
  replaceOrderLine(
    @Principal() who: Principal,
    @IdParam() id: string,
    @IdParam('lineId') lineId: string,
    @Body() body: LineReplacement,
  ): Promise<OrderDetail> {
    return this.replacements.replace(scopeOf(who), id, lineId, body);
  }

  /** Takes an unpaid line out: nothing is owed for it. */
  @Post(':id/lines/:lineId/cancel')
  @HttpCode(200)
  @Rights('manage')
  cancelOrderLine(
    @Principal() who: Principal,
    @IdParam() id: string,
    @IdParam('lineId') lineId: string,
  ): Promise<OrderDetail> {
    return this.acts.drop(scopeOf(who), id, lineId);
  }

  /** Says which placement a line buys. */
  @Put(':id/lines/:lineId/placement')
  @Rights('write')
  tieOrderLine(
    @Principal() who: Principal,
    @IdParam() id: string,
    @IdParam('lineId') lineId: string,
    @Body() body: LinePlacement,
  ): Promise<OrderDetail> {
    return this.acts.tie(scopeOf(who), id, lineId, body.placementId);
  }

  /** Makes the order that goes on with this one after its term: a quote with the lines that still stand. */
  @Post(':id/renew')
  @Rights('write')
  renewOrder(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: RenewalWish,
  ): Promise<OrderDetail> {
    return this.renewals.renew(scopeOf(who), id, body);
  }

  /** Notes that the order ends with its term. */
  @Post(':id/let-end')
  @HttpCode(200)
  @Rights('write')
  letOrderEnd(@Principal() who: Principal, @IdParam() id: string): Promise<OrderDetail> {
    return this.renewals.letEnd(scopeOf(who), id);
  }
}
