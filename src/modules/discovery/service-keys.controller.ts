import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Rights, WithoutKey } from '../../platform/http/decorators.js';
import { Principal, scopeOf } from '../../platform/http/principal.js';
import { OutsideQuestions } from './outside-questions.service.js';
import {
  NewServiceKey,
  ServiceKeyList,
  ServiceKeyTest,
  ServiceKeyView,
  ServiceStateList,
} from './service-keys.dto.js';
import { ServiceKeys } from './service-keys.service.js';

/** Keys of outside services: written, never read back. */
@Controller()
export class ServiceKeysController {
  constructor(
    private readonly keys: ServiceKeys,
    private readonly questions: OutsideQuestions,
  ) {}

  /** Which services the team has keys for. */
  @Get('services')
  @Rights('read')
  listServices(@Principal() who: Principal): Promise<ServiceStateList> {
    return this.keys.states(scopeOf(who));
  }

  @Get('service-keys')
  @Rights('manage')
  listServiceKeys(@Principal() who: Principal): Promise<ServiceKeyList> {
    return this.keys.list(scopeOf(who));
  }

  @Get('service-keys/:service')
  @Rights('manage')
  getServiceKey(@Principal() who: Principal, @Param('service') service: string): Promise<ServiceKeyView> {
    return this.keys.get(scopeOf(who), service);
  }

  /** Keeps a key, sealed; a key that was there is replaced. */
  @Put('service-keys/:service')
  @WithoutKey()
  @Rights('manage')
  setServiceKey(
    @Principal() who: Principal,
    @Param('service') service: string,
    @Body() body: NewServiceKey,
  ): Promise<ServiceKeyView> {
    return this.keys.set(scopeOf(who), service, body);
  }

  @Delete('service-keys/:service')
  @HttpCode(204)
  @Rights('manage')
  removeServiceKey(@Principal() who: Principal, @Param('service') service: string): Promise<void> {
    return this.keys.remove(scopeOf(who), service);
  }

  /** Asks the service whether it takes the key, with a question that costs as little as it has. */
  @Post('service-keys/:service/test')
  @HttpCode(200)
  @WithoutKey()
  @Rights('manage')
  testServiceKey(@Principal() who: Principal, @Param('service') service: string): Promise<ServiceKeyTest> {
    return this.questions.test(scopeOf(who), service, who.locale);
  }
}
