import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsObject,
  IsString,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { IsWebAddress } from '../../platform/http/field-rules.js';

export class TargetMove {
  /** Address placements lead to now; spellings that are equivalent count too. */
  @IsString()
  @IsWebAddress()
  from!: string;

  /** Address they shall lead to. */
  @IsString()
  @IsWebAddress()
  to!: string;
}

export class TargetMoves {
  @IsUUID()
  brandId!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => TargetMove)
  moves!: TargetMove[];
}
