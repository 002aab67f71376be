import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module.js';
import { AssetsController } from './assets.controller.js';
import { AssetsRepository } from './assets.repository.js';
import { AssetsService } from './assets.service.js';

/** The register of what brands have that others like to link to. */
@Module({
  imports: [ClientsModule],
  controllers: [AssetsController],
  providers: [AssetsRepository, AssetsService],
  exports: [AssetsService],
})
export class AssetsModule {}
