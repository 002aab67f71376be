import { Module } from '@nestjs/common';
import { LinkEvents } from './link-events.js';
import { LinkIntake } from './link-intake.service.js';
import { LinkLedger } from './link-ledger.js';
import { LinksRepository } from './links.repository.js';
import { MovedSitesRepository } from './moved-sites.repository.js';
import { MovedSitesListener } from './moved-sites-listener.js';
import { RelationshipRows } from './relationship-rows.repository.js';

/** Links in both directions, the relationship log, and crawls of the own sites. */
@Module({
  providers: [
    MovedSitesListener,
    MovedSitesRepository,
    LinkEvents,
    LinkIntake,
    LinkLedger,
    LinksRepository,
    RelationshipRows,
  ],
  exports: [LinkIntake],
})
export class RelationshipsModule {}
