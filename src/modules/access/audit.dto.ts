import { IsIn, IsUUID, Matches, MaxLength } from 'class-validator';
import { ListPage, ListQuery } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { type ActorKind, OUTCOMES, type Outcome } from './audit-event.entity.js';

/** Which audit events a list shows. */
export class AuditQuery extends ListQuery {
  /** The act, such as `clients.create_client`. */
  @MayBeAbsent()
  @Matches(/^[a-z_]+\.[a-z_]+$/)
  @MaxLength(100)
  action?: string;

  /** The person who acted. */
  @MayBeAbsent()
  @IsUUID()
  actor?: string;

  @MayBeAbsent()
  @IsIn(OUTCOMES)
  outcome?: Outcome;
}

/** One act, or one that was refused. */
export class AuditEventView {
  id!: string;
  at!: Date;
  actorUserId!: string | null;
  /** The name of the member; null for the program itself, and for somebody who never was one. */
  actorName!: string | null;
  actorKind!: ActorKind;
  action!: string;
  outcome!: Outcome;
  subjectKind!: string | null;
  subjectId!: string | null;
  params!: Record<string, string | number | boolean | null>;
  requestId!: string | null;
}

/** Audit events, newest first. */
export class AuditEventsView extends ListPage {
  items!: AuditEventView[];
}
