import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsUUID } from 'class-validator';
import { NOTIFICATION_KINDS, type NotificationKind } from '../../core/alerts/kinds.js';
import { ListPage } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

/** A line in the bell. */
export class NotificationView {
  id!: string;
  @ApiProperty({ enum: NOTIFICATION_KINDS, enumName: 'NotificationKind' })
  kind!: NotificationKind;
  /** `placement`, `import`, `member`, `site` or `approval`. */
  subjectKind!: string;
  subjectId!: string | null;
  /** The line in the reader's language. */
  text!: string;
  createdAt!: Date;
  readAt!: Date | null;
}

export class NotificationList extends ListPage {
  items!: NotificationView[];
  /** Unread lines, counted up to 200. */
  unread!: number;
}

/** Which lines were read: these, or all. */
export class ReadNotifications {
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  ids?: string[];

  @MayBeAbsent()
  @IsBoolean()
  all?: boolean;
}

export class UnreadView {
  unread!: number;
}
