import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BrandEntity } from './brand.entity.js';
import { BrandsController } from './brands.controller.js';
import { BrandsRepository } from './brands.repository.js';
import { BrandsService } from './brands.service.js';
import { ClientEntity } from './client.entity.js';
import { ClientLogosController } from './client-logos.controller.js';
import { ClientLogos } from './client-logos.service.js';
import { ClientsController } from './clients.controller.js';
import { ClientsQuery } from './clients.query.js';
import { ClientsRepository } from './clients.repository.js';
import { ClientsService } from './clients.service.js';
import { TargetPageEntity } from './target-page.entity.js';
import { TargetPagesController } from './target-pages.controller.js';
import { TargetPagesRepository } from './target-pages.repository.js';
import { TargetPagesService } from './target-pages.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ClientEntity, BrandEntity, TargetPageEntity])],
  controllers: [ClientsController, ClientLogosController, BrandsController, TargetPagesController],
  providers: [
    ClientLogos,
    ClientsService,
    ClientsRepository,
    ClientsQuery,
    BrandsService,
    BrandsRepository,
    TargetPagesService,
    TargetPagesRepository,
  ],
  exports: [ClientsService, BrandsService, TargetPagesService],
})
export class ClientsModule {}
