import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { CUSTOM_RECORDS } from '../../core/prospects/custom-field.js';
import { Rights } from '../../platform/http/decorators.js';
import { IdParam } from '../../platform/http/id-param.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import {
  CustomFieldChange,
  CustomFieldList,
  CustomFieldsQuery,
  CustomFieldView,
  CustomValuesView,
  CustomValuesWish,
  NewCustomField,
} from './custom-fields.dto.js';
import { CustomFieldsService } from './custom-fields.service.js';
import { CustomValuesService } from './custom-values.service.js';

@Controller()
export class CustomFieldsController {
  constructor(
    private readonly fields: CustomFieldsService,
    private readonly values: CustomValuesService,
  ) {}

  /** Fields the team made for itself, in their order. */
  @Get('custom-fields')
  @Rights('read')
  listCustomFields(@Principal() who: Principal, @Query() query: CustomFieldsQuery): Promise<CustomFieldList> {
    return this.fields.list(scopeOf(who), query.recordKind);
  }

  @Post('custom-fields')
  @Rights('manage')
  addCustomField(@Principal() who: Principal, @Body() body: NewCustomField): Promise<CustomFieldView> {
    return this.fields.add(scopeOf(who), body);
  }

  @Patch('custom-fields/:id')
  @Rights('manage')
  changeCustomField(
    @Principal() who: Principal,
    @IdParam() id: string,
    @Body() body: CustomFieldChange,
  ): Promise<CustomFieldView> {
    return this.fields.change(scopeOf(who), id, body);
  }

  /** Hides a field; its values are kept, and come back with it when its key is used again. */
  @Post('custom-fields/:id/archive')
  @HttpCode(200)
  @Rights('manage')
  archiveCustomField(@Principal() who: Principal, @IdParam() id: string): Promise<CustomFieldView> {
    return this.fields.archive(scopeOf(who), id);
  }

  @Get('custom-values/:recordKind/:recordId')
  @ApiParam({ name: 'recordKind', enum: CUSTOM_RECORDS })
  @Rights('read')
  getCustomValues(
    @Principal() who: Principal,
    @Param('recordKind') recordKind: string,
    @IdParam('recordId') recordId: string,
  ): Promise<CustomValuesView> {
    return this.values.of(scopeOf(who), recordKind, recordId);
  }

  /** Sets values of own fields of a contact, a publisher or a prospect. */
  @Put('custom-values/:recordKind/:recordId')
  @ApiParam({ name: 'recordKind', enum: CUSTOM_RECORDS })
  @Rights('write')
  setCustomValues(
    @Principal() who: Principal,
    @Param('recordKind') recordKind: string,
    @IdParam('recordId') recordId: string,
    @Body() body: CustomValuesWish,
  ): Promise<CustomValuesView> {
    return this.values.set(scopeOf(who), { recordKind, recordId }, body.values);
  }
}
