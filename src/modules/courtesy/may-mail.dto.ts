import { IsUUID } from 'class-validator';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

/** For whom and about what a mail would be: entries of the do-not-contact list can hold for one client, or for a site. */
export class MayMailQuery {
  @MayBeAbsent()
  @IsUUID()
  clientId?: string;

  @MayBeAbsent()
  @IsUUID()
  siteId?: string;
}
