/** The five questions to ask before pursuing an opportunity (D27). They alone are counted. */
export const FIT_QUESTIONS = [
  'fits_niche',
  'trustworthy_site',
  'relevant_context',
  'natural_anchor',
  'serves_long_term_goal',
] as const;
export type FitQuestion = (typeof FIT_QUESTIONS)[number];

/** Marks of a link of much (D19-D24, D26) or little (D25) value. They are shown beside the questions and never added up. */
export const FIT_MARKS = [
  'authoritative_domain',
  'main_content',
  'topically_related',
  'editorially_chosen',
  'sends_visitors',
  'low_traffic',
  'footer_or_sidebar',
  'generic_anchors',
  'unrelated_niche',
  'unlabelled_paid_links',
] as const;
export type FitMark = (typeof FIT_MARKS)[number];

export const FIT_ANSWERS = ['yes', 'no', 'unknown'] as const;
export type FitAnswer = (typeof FIT_ANSWERS)[number];

/** What is answered; a question that is not in it is unknown. */
export type FitAnswers = Readonly<Partial<Record<FitQuestion | FitMark, 'yes' | 'no'>>>;

/** How many of the five questions are answered with yes and with no: "3 of 5", and no score. */
export interface FitCount {
  readonly yes: number;
  readonly no: number;
}

const KNOWN: readonly string[] = [...FIT_QUESTIONS, ...FIT_MARKS];

/** Whether a name is one of the checklist. */
export function isFitName(name: string): name is FitQuestion | FitMark {
  return KNOWN.includes(name);
}

/** The checklist after new answers: `unknown` takes an answer away, what is not named stays. */
export function answered(before: FitAnswers, answers: Readonly<Record<string, FitAnswer>>): FitAnswers {
  const after: Record<string, 'yes' | 'no'> = {};
  for (const name of KNOWN) {
    const answer = Object.hasOwn(answers, name) ? answers[name] : before[name as FitQuestion];
    if (answer === 'yes' || answer === 'no') after[name] = answer;
  }
  return after;
}

/** Counts the answers to the five questions; marks are left aside. */
export function countFit(answers: FitAnswers): FitCount {
  const given = FIT_QUESTIONS.map((question) => answers[question]);
  return {
    yes: given.filter((answer) => answer === 'yes').length,
    no: given.filter((answer) => answer === 'no').length,
  };
}
