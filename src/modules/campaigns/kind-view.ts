import type { Kind, KindLocale, OwnField, Stage } from '../../core/campaigns/kind.js';
import { expectedRel } from '../../core/placements/written-terms.js';
import type { CampaignKind, KindField, KindStage } from './kinds.dto.js';

/** A kind in one language. */
export function kindView(kind: Kind, locale: KindLocale): CampaignKind {
  return {
    key: kind.key,
    ...kind.words[locale],
    stages: kind.stages.map((stage) => stageView(stage, locale)),
    defaultStage: kind.defaultStage,
    moves: lists(kind.moves),
    fields: kind.fields.map((field) => fieldView(field, locale)),
    required: lists(kind.required),
    losses: kind.losses.map(({ key, words }) => ({ key, ...words[locale] })),
    placement: { ...kind.placement, rel: expectedRel(kind.placement) },
    sequence: kind.sequence.map((mail) => ({ ...mail })),
  };
}

function stageView(stage: Stage, locale: KindLocale): KindStage {
  return {
    key: stage.key,
    ...stage.words[locale],
    whoMoves: stage.whoMoves,
    stuckAfterDays: stage.stuckAfterDays,
    isAgreed: stage.isAgreed === true,
    isWon: stage.isWon === true,
    isSeen: stage.isSeen === true,
    needsApproval: stage.needsApproval ?? null,
  };
}

function fieldView(field: OwnField, locale: KindLocale): KindField {
  const { name, hint } = field.words[locale];
  return {
    key: field.key,
    name,
    hint: hint ?? null,
    type: field.type,
    choices: (field.choices ?? []).map(({ key, words }) => ({ key, ...words[locale] })),
    min: field.min ?? null,
    max: field.max ?? null,
    onCalendar: field.onCalendar ?? null,
  };
}

function lists(map: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(map).map(([key, values]) => [key, [...values]]));
}
