import { Transform } from 'class-transformer';
import { IsBoolean } from 'class-validator';
import { trueOrFalse } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

export class MailboxListQuery {
  /** Those that were taken away, too. */
  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => trueOrFalse(value))
  @IsBoolean()
  archived?: boolean;
}
