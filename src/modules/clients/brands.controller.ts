import { Body, Controller, HttpCode, Patch, Post } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { BrandChange, BrandView, NewBrand } from './brands.dto.js';
import { BrandsService } from './brands.service.js';

@Controller()
export class BrandsController {
  constructor(private readonly brands: BrandsService) {}

  @Post('clients/:id/brands')
  @Rights('manage')
  createBrand(
    @Principal() who: Principal,
    @IdParam() clientId: string,
    @Body() body: NewBrand,
  ): Promise<BrandView> {
    return this.brands.create(scopeOf(who), clientId, body);
  }

  @Patch('brands/:id')
  @Rights('manage')
  changeBrand(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: BrandChange,
  ): Promise<BrandView> {
    return this.brands.change(scopeOf(who), id, body);
  }

  @Post('brands/:id/archive')
  @HttpCode(200)
  @Rights('manage')
  archiveBrand(@Principal() who: Principal, @IdParam() id: string): Promise<BrandView> {
    return this.brands.archive(scopeOf(who), id);
  }

  @Post('brands/:id/restore')
  @HttpCode(200)
  @Rights('manage')
  restoreBrand(@Principal() who: Principal, @IdParam() id: string): Promise<BrandView> {
    return this.brands.restore(scopeOf(who), id);
  }
}
