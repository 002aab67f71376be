import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { Rights } from '../../platform/http/decorators.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { StartedJob } from '../../platform/http/started-job.dto.js';
import { answerTable } from '../../platform/http/table-answer.js';
import { ContactChecks } from './contact-checks.service.js';
import { ContactExport } from './contact-export.js';
import { CheckWish, ContactExportQuery, ContactListQuery } from './contact-list.dto.js';
import { ContactList } from './contact-views.dto.js';
import { ContactsService } from './contacts.service.js';

@Controller('contacts')
export class ContactListController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly checks: ContactChecks,
    private readonly file: ContactExport,
  ) {}

  @Get()
  @Rights('read')
  listContacts(@Principal() who: Principal, @Query() query: ContactListQuery): Promise<ContactList> {
    return this.contacts.list(scopeOf(who), query);
  }

  /** The filtered list as a CSV or XLSX file that is safe to open in a spreadsheet. */
  @Get('export')
  @Rights('read')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async exportContacts(
    @Principal() who: Principal,
    @Query() query: ContactExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { format = 'csv', ...filter } = query;
    const { columns } = this.file;
    await answerTable(response, { name: 'contacts', format, columns }, this.file.rows(scopeOf(who), filter));
  }

  /** Checks the addresses of many contacts: how they are written and whether their domains take mail. No mail is sent and no mailbox asked. */
  @Post('check-addresses')
  @HttpCode(202)
  @Rights('write')
  checkContactAddresses(@Principal() who: Principal, @Body() body: CheckWish): Promise<StartedJob> {
    return this.checks.start(scopeOf(who), body);
  }
}
