import { CONSISTENCY_TEXTS } from '../language/labelled/consistency-texts.ts'
import { GRAMMAR_TEXTS } from '../language/labelled/grammar.ts'
import { HOUSE_STYLE_TEXTS } from '../language/labelled/house-style.ts'
import type { LabelledText } from '../language/labelled/labelled-text.ts'
import { SPELLING_TEXTS } from '../language/labelled/spelling.ts'

/** Every text of which it is written down what must and what must not be flagged in it. */
export const LABELLED_SET: readonly LabelledText[] = [
  ...HOUSE_STYLE_TEXTS,
  ...SPELLING_TEXTS,
  ...GRAMMAR_TEXTS,
  ...Object.entries(CONSISTENCY_TEXTS).flatMap(([check, texts]) =>
    texts.map((text): LabelledText => ({ ...text, title: `${check}: ${text.title}` })),
  ),
]
