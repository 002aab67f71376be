import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { Rights, WithoutKey } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal } from '../../platform/http/principal.js';
import { CatcherService } from './catcher.service.js';
import { MailboxChanging } from './mailbox-changing.service.js';
import { MailboxChecks } from './mailbox-checks.service.js';
import { MailboxConnecting } from './mailbox-connecting.service.js';
import { MailboxListQuery } from './mailbox-list.dto.js';
import { readerOf } from './mailbox-reader.js';
import { GuessView, MailboxList, MailboxView, TrialView } from './mailbox-views.dto.js';
import {
  AddressToGuess,
  HistoryAnswer,
  MailboxChange,
  MailboxPauseWish,
  MailboxTrial,
  NewMailbox,
} from './mailbox-wish.dto.js';
import { MailboxesService } from './mailboxes.service.js';

/** Mailboxes of the team. Who may write connects their own; a manager changes everybody's. */
@Controller('mailboxes')
export class MailboxesController {
  constructor(
    private readonly mailboxes: MailboxesService,
    private readonly connecting: MailboxConnecting,
    private readonly changing: MailboxChanging,
    private readonly checks: MailboxChecks,
    private readonly catcher: CatcherService,
  ) {}

  @Get()
  @Rights('read')
  listMailboxes(@Principal() who: Principal, @Query() { archived }: MailboxListQuery): Promise<MailboxList> {
    return this.mailboxes.list(readerOf(who), archived ?? false);
  }

  /** Connects a mailbox with a password: both servers are signed in to before anything is kept. */
  @Post()
  @WithoutKey()
  @Rights('write')
  connectMailbox(@Principal() who: Principal, @Body() body: NewMailbox): Promise<MailboxView> {
    return this.connecting.connect(readerOf(who), who.memberId, body);
  }

  /** Proposes servers for an address, from the providers that are known and from its MX. */
  @Post('guess')
  @HttpCode(200)
  @WithoutKey()
  @Rights('write')
  guessMailbox(@Principal() who: Principal, @Body() { address }: AddressToGuess): Promise<GuessView> {
    return this.connecting.guess(readerOf(who), address);
  }

  /** Tries settings for real without keeping them. */
  @Post('test')
  @HttpCode(200)
  @WithoutKey()
  @Rights('write')
  tryMailbox(@Principal() who: Principal, @Body() body: MailboxTrial): Promise<TrialView> {
    return this.connecting.tryOut(readerOf(who), body);
  }

  /** The built-in catcher of whoever asks, made when there is none yet: it keeps every mail and sends none. */
  @Post('catcher')
  @HttpCode(200)
  @Rights('write')
  makeCatcher(@Principal() who: Principal): Promise<MailboxView> {
    return this.catcher.ensure(readerOf(who), who.memberId);
  }

  @Get(':id')
  @Rights('read')
  getMailbox(@Principal() who: Principal, @IdParam() id: string): Promise<MailboxView> {
    return this.mailboxes.get(readerOf(who), id);
  }

  @Patch(':id')
  @WithoutKey()
  @Rights('write')
  changeMailbox(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: MailboxChange,
  ): Promise<MailboxView> {
    return this.changing.change(readerOf(who), id, body);
  }

  /** Tries the kept connection and looks at the domain again. */
  @Post(':id/test')
  @HttpCode(200)
  @WithoutKey()
  @Rights('write')
  testMailbox(@Principal() who: Principal, @IdParam() id: string): Promise<TrialView> {
    return this.checks.again(readerOf(who), id);
  }

  /** Stops a mailbox from sending; anybody of the team who writes may do that. */
  @Post(':id/pause')
  @HttpCode(200)
  @Rights('write')
  pauseMailbox(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() { reason }: MailboxPauseWish,
  ): Promise<MailboxView> {
    return this.changing.pause(readerOf(who), id, reason);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @Rights('write')
  resumeMailbox(@Principal() who: Principal, @IdParam() id: string): Promise<MailboxView> {
    return this.changing.resume(readerOf(who), id);
  }

  /** Takes a mailbox away and forgets its password; its mails stay. */
  @Post(':id/archive')
  @HttpCode(200)
  @Rights('write')
  archiveMailbox(@Principal() who: Principal, @IdParam() id: string): Promise<MailboxView> {
    return this.changing.archive(readerOf(who), id);
  }

  /** Answers whether the headers of the last 24 months may be read. */
  @Post(':id/read-history')
  @HttpCode(200)
  @Rights('write')
  answerMailboxHistory(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() { allowed }: HistoryAnswer,
  ): Promise<MailboxView> {
    return this.changing.answerHistory(readerOf(who), id, allowed);
  }
}
