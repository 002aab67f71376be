import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Rights } from '../../platform/http/decorators.js';
import { ListQuery } from '../../platform/http/list.dto.js';
import { Principal } from '../../platform/http/principal.js';
import { NotificationList, ReadNotifications, UnreadView } from './notifications.dto.js';
import { NotificationsService } from './notifications.service.js';

@Controller('notifications')
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  /** The bell of whoever asks, newest first. */
  @Get()
  @Rights('read')
  listNotifications(@Principal() who: Principal, @Query() query: ListQuery): Promise<NotificationList> {
    return this.notifications.list(who, query);
  }

  @Post('read')
  @HttpCode(200)
  @Rights('read')
  readNotifications(@Principal() who: Principal, @Body() body: ReadNotifications): Promise<UnreadView> {
    return this.notifications.read(who, body);
  }
}
