import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import {
  MERGE_CHOICES,
  MERGE_KINDS,
  type MergeChoice,
  type MergeKind,
} from '../../core/merges/merge-kind.js';
import { IsMapOfWords } from '../../platform/http/field-rules.js';
import { ListPage, ListQuery } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

const MERGE_ACTS = ['merge', 'split', 'rejoin'] as const;
export type MergeAct = (typeof MERGE_ACTS)[number];

export class MergePairQuery {
  @IsIn(MERGE_KINDS)
  @ApiProperty({ enum: MERGE_KINDS, enumName: 'MergeKind' })
  kind!: MergeKind;

  /** The record that stays. */
  @IsUUID()
  keptId!: string;

  /** The record that goes into it. */
  @IsUUID()
  otherId!: string;
}

export class NewMerge extends MergePairQuery {
  /** Per field which value stays: `kept`, `other`, or `both` for notes. A field that is not named follows the proposal. */
  @MayBeAbsent()
  @IsMapOfWords(MERGE_CHOICES)
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string', enum: [...MERGE_CHOICES] },
  })
  choices?: Record<string, MergeChoice>;
}

export class MergeRecord {
  id!: string;
  /** A name, or the host of a site. */
  label!: string;
  /** What tells it from another of the same name: an address, a home page. */
  hint!: string;
  createdAt!: Date;
}

export class MergeFieldView {
  field!: string;
  @ApiProperty({ type: String, nullable: true })
  kept!: string | null;
  @ApiProperty({ type: String, nullable: true })
  other!: string | null;
  differs!: boolean;
  @ApiProperty({ enum: MERGE_CHOICES, enumName: 'MergeChoice' })
  proposed!: MergeChoice;
  mayBeBoth!: boolean;
}

export class MergeMoveView {
  /** What moves, as a word the screens know: addresses, placements, notes. */
  word!: string;
  count!: number;
}

export class MergePreview {
  @ApiProperty({ enum: MERGE_KINDS, enumName: 'MergeKind' })
  kind!: MergeKind;
  kept!: MergeRecord;
  other!: MergeRecord;
  fields!: MergeFieldView[];
  moves!: MergeMoveView[];
}

export class MergeView {
  id!: string;
  @ApiProperty({ enum: MERGE_ACTS, enumName: 'MergeAct' })
  act!: MergeAct;
  @ApiProperty({ enum: MERGE_KINDS, enumName: 'MergeKind' })
  kind!: MergeKind;
  kept!: MergeRecord;
  other!: MergeRecord;
  movedRows!: number;
  doneByName!: string | null;
  doneAt!: Date;
  /** Until when it can be undone. */
  undoUntil!: Date;
  undoneAt!: Date | null;
  mayBeUndone!: boolean;
}

export class MergeList extends ListPage {
  items!: MergeView[];
}

export class MergesQuery extends ListQuery {
  /** Only the acts one record was part of. */
  @MayBeAbsent()
  @IsUUID()
  recordId?: string;
}
