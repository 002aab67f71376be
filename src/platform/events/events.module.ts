import { Global, Module } from '@nestjs/common';
import { Events } from './events.js';
import { Notify } from './notify.js';

/** Facts and who hears of them, and news between processes. */
@Global()
@Module({ providers: [Events, Notify], exports: [Events, Notify] })
export class EventsModule {}
