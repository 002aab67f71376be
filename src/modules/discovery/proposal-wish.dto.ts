import { IsBoolean, IsString, MaxLength } from 'class-validator';
import { IsFilled } from '../../platform/http/field-rules.js';
import { ObjectIfSent } from '../../platform/http/if-sent.js';
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

  @ObjectIfSent(() => NewGround)
  ground?: NewGround;

  /** True takes over the ground the page gives, with the page as evidence; false (the default) leaves the ground open. */
  @MayBeAbsent()
  @IsBoolean()
  takeGround?: boolean;
}
