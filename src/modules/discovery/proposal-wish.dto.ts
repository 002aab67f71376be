import { Type } from 'class-transformer';
import { IsBoolean, IsObject, IsString, MaxLength, ValidateNested } from 'class-validator';
import { IsFilled } from '../../platform/http/field-rules.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { ContactWish, NewGround } from '../contacts/contact-forms.port.js';

/** What the reader of a proposal mends before it becomes a contact; what is left out is taken as proposed. */
export class ProposalWish extends ContactWish {
  @MayBeAbsent()
  @IsString()
  @IsFilled()
  @MaxLength(400)
  address?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  role?: string;

  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => NewGround)
  ground?: NewGround;

  /** True takes over the ground the page gives, with the page as evidence; false (the default) leaves the ground open. */
  @MayBeAbsent()
  @IsBoolean()
  takeGround?: boolean;
}
