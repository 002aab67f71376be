import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Rights } from '../../../platform/http/decorators.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { Principal } from '../../../platform/http/principal.js';
import { StartedJob } from '../../../platform/http/started-job.dto.js';
import { ProvingService } from './proving.service.js';
import { PageReadingView, PageToRead, PitchProof, TextReading, TextToRead } from './suggestions.dto.js';
import { SuggestionsService } from './suggestions.service.js';

@Controller()
export class SuggestionsController {
  constructor(
    private readonly suggestions: SuggestionsService,
    private readonly proving: ProvingService,
  ) {}

  /** Reads a page for a campaign, in the background: what a pitch could say, and where it was read. Makes no pitch. */
  @Post('suggestions/read-page')
  @HttpCode(202)
  @Rights('write')
  readSuggestedPage(@Principal() who: Principal, @Body() body: PageToRead): Promise<StartedJob> {
    return this.suggestions.readPage(who, body);
  }

  /** How far a reading is, and what came of it. */
  @Get('suggestions/readings/:id')
  @Rights('read')
  getPageReading(@Principal() who: Principal, @IdParam() id: string): Promise<PageReadingView> {
    return this.suggestions.reading(who, id);
  }

  /** Reads a pasted request, or a mail with several. The text is not kept. */
  @Post('suggestions/read-text')
  @HttpCode(200)
  @Rights('write')
  readSuggestedText(@Principal() who: Principal, @Body() body: TextToRead): Promise<TextReading> {
    return this.suggestions.readText(who, body);
  }

  /** Looks now at the page that is said to be dead, and records the look with its day. */
  @Post('pitches/:id/prove')
  @HttpCode(200)
  @Rights('write')
  provePitch(@Principal() who: Principal, @IdParam() id: string): Promise<PitchProof> {
    return this.proving.prove(who, id);
  }
}
