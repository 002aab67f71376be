import { readFileSync } from 'node:fs';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../http/decorators.js';
import { fromRoot } from '../paths.js';

/** The description of the API, as committed. */
@ApiExcludeController()
@Controller()
export class OpenApiController {
  private document: string | null = null;

  @Public()
  @Get('api/openapi.json')
  @Header('Content-Type', 'application/json; charset=utf-8')
  openApi(): string {
    this.document ??= readFileSync(fromRoot('docs', 'openapi.json'), 'utf8');
    return this.document;
  }
}
