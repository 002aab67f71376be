export const KIND_PROBLEMS = [
  'missing_key',
  'unknown_key',
  'wrong_value',
  'missing_words',
  'repeated_key',
  'unknown_stage',
  'unreachable_stage',
  'dead_end_stage',
  'missing_moves',
  'moved_to_seen_stage',
  'not_one_contact_stage',
  'not_one_agreed_stage',
  'no_won_stage',
  'seen_stage_without_placement',
  'placement_stage_not_seen',
  'live_stage_not_won',
  'unknown_requirement',
  'avoidable_requirement',
  'avoidable_approval',
  'agreed_without_terms',
  'missing_field',
  'field_without_choices',
  'field_setting_out_of_place',
  'money_shown_to_client',
  'missing_loss',
  'sequence_without_mail',
  'sequence_out_of_order',
] as const;
export type KindProblemCode = (typeof KIND_PROBLEMS)[number];

/** One fault of a kind's file: what is wrong, and where (`stages.2.words.nl.name`). */
export interface KindProblem {
  readonly code: KindProblemCode;
  readonly at: string;
}
