import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsFilled } from '../../platform/http/field-rules.js';
import { ListPage } from '../../platform/http/list.dto.js';

/** Records that have a page with a timeline here. */
export const TIMELINE_SUBJECTS = [
  'site',
  'publisher',
  'contact',
  'prospect',
  'relationship',
  'campaign',
  'pitch',
  'order',
  'reclamation',
  'mailbox',
] as const;
export type TimelineSubject = (typeof TIMELINE_SUBJECTS)[number];

/** A note on a prospect is a note on its site. */
export const NOTE_SUBJECTS = [
  'site',
  'publisher',
  'contact',
  'prospect',
  'relationship',
  'campaign',
  'pitch',
  'order',
] as const;
export type NoteSubject = (typeof NOTE_SUBJECTS)[number];

export class SubjectView {
  kind!: string;
  id!: string;
}

export class NoteView {
  id!: string;
  body!: string;
  authorName!: string | null;
  writtenAt!: Date;
  /** Whether who asks may remove it. */
  mayRemove!: boolean;
}

/** Something that happened, with its sentence in the caller's language. */
export class TimelineEntry {
  id!: string;
  at!: Date;
  kind!: string;
  /** Who acted; null for the program. */
  actorName!: string | null;
  clientId!: string | null;
  clientName!: string | null;
  @ApiProperty({ type: Object, additionalProperties: true })
  params!: Record<string, unknown>;
  text!: string;
  /** The note that was written, while it is not removed. */
  note!: NoteView | null;
  subjects!: SubjectView[];
}

export class RecordTimeline extends ListPage {
  items!: TimelineEntry[];
}

/** A note on a record. */
export class NewNote {
  @IsIn(NOTE_SUBJECTS)
  @ApiProperty({ enum: NOTE_SUBJECTS, enumName: 'NoteSubject' })
  subjectKind!: NoteSubject;

  @IsUUID()
  subjectId!: string;

  @IsString()
  @IsFilled()
  @MaxLength(10_000)
  body!: string;
}
