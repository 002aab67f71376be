import { Module } from '@nestjs/common';
import { SavedViewsController } from './views.controller.js';
import { SavedViewsRepository } from './views.repository.js';
import { SavedViewsService } from './views.service.js';

/** Saved views of lists, by person and shared. */
@Module({ controllers: [SavedViewsController], providers: [SavedViewsRepository, SavedViewsService] })
export class SavedViewsModule {}
