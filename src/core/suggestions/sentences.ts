/** A sentence with its place in the text. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Abbreviations after which a capital follows within a sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|no|nr|vs|etc|inc|ltd|co|e\.g|i\.e|approx|dhr|mevr|drs|ir|mr|bijv|bv|o\.a|m\.b\.t|ca|evt|incl|excl|jl|max|min|resp|z\.o\.z|[A-Z])\.\s*$/i;

/** The sentences of a text, in order; one that ends with an abbreviation goes on. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: { text: string; start: number; end: number }[] = [];
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  for (const { segment, index } of segmenter.segment(text)) {
    const before = sentences.at(-1);
    if (before !== undefined && ABBREVIATION.test(before.text)) {
      before.text += segment;
      before.end = index + segment.length;
    } else sentences.push({ text: segment, start: index, end: index + segment.length });
  }
  return sentences
    .map((sentence) => ({ ...sentence, text: sentence.text.trim() }))
    .filter(({ text: words }) => words !== '');
}
