import { Module } from '@nestjs/common';

/** Orders: the commercial side of placements, and the budget they use. */
@Module({})
export class OrdersModule {}
