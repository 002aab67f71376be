import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StarterMails } from '../../platform/mail/starter-mails.js';
import { ClientsModule } from '../clients/clients.module.js';
import { SnippetsController } from './snippets.controller.js';
import { SnippetsRepository } from './snippets.repository.js';
import { SnippetsService } from './snippets.service.js';
import { SnippetEntity, TemplateEntity, TemplateVersionEntity } from './template.entity.js';
import { TemplateCatalogueController } from './template-catalogue.controller.js';
import { TemplateChecking } from './template-checking.service.js';
import { TemplateWishes } from './template-wishes.js';
import { TemplatesController } from './templates.controller.js';
import { TemplatesRepository } from './templates.repository.js';
import { TemplatesService } from './templates.service.js';

/** Mail templates, their versions and snippets. */
@Module({
  imports: [TypeOrmModule.forFeature([TemplateEntity, TemplateVersionEntity, SnippetEntity]), ClientsModule],
  controllers: [TemplatesController, TemplateCatalogueController, SnippetsController],
  providers: [
    SnippetsRepository,
    SnippetsService,
    StarterMails,
    TemplateChecking,
    TemplateWishes,
    TemplatesRepository,
    TemplatesService,
  ],
  exports: [SnippetsService, TemplateChecking, TemplatesService],
})
export class TemplatesModule {}
