import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { SERVICES, type Service } from '../../core/discovery/discovery.js';
import { IsWebAddress } from '../../platform/http/field-rules.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { ServiceQuota } from './discovery.dto.js';

export class NewServiceKey {
  /** The key as the service gave it; it is sealed and never shown again. */
  @IsString()
  @MinLength(8)
  @MaxLength(500)
  @Matches(/^[\x21-\x7e]+$/, { message: 'key must be printable ASCII without spaces' })
  key!: string;

  /** Another address than the service's own, for a gateway or a test. */
  @MayBeAbsent()
  @IsString()
  @IsWebAddress()
  baseUrl?: string;
}

/** What is told about a key: never the key. */
export class ServiceKeyView {
  @ApiProperty({ enum: SERVICES, enumName: 'OutsideService' })
  service!: Service;
  isSet!: boolean;
  /** The last characters of the key. */
  hint!: string | null;
  baseUrl!: string | null;
  createdAt!: Date | null;
  lastUsedAt!: Date | null;
  /** The code of what last went wrong with it. */
  lastErrorCode!: string | null;
}

export class ServiceKeyList {
  items!: ServiceKeyView[];
}

/** Which services the team can use; for everybody, so without a word about the keys. */
export class ServiceState {
  @ApiProperty({ enum: SERVICES, enumName: 'OutsideService' })
  service!: Service;
  isSet!: boolean;
}

export class ServiceStateList {
  items!: ServiceState[];
}

export class ServiceKeyTest {
  isAccepted!: boolean;
  /** Why not: a code of refusal; null when it is accepted. */
  code!: string | null;
  /** The same as a sentence in the reader's language. */
  message!: string | null;
  @ApiProperty({ type: ServiceQuota, nullable: true })
  quota!: ServiceQuota | null;
}
