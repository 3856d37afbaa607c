import type { FlagKind } from './flag.ts'

/** A check as people see it: `label` names what it found, `looksFor` says in one line what it goes after. */
export type CheckName = {
  readonly name: string
  readonly label: string
  readonly kind: FlagKind
  readonly looksFor: string
}

const consistency = (name: string, label: string, looksFor: string): CheckName => ({
  name,
  label,
  kind: 'consistency',
  looksFor,
})

/** Every check there is, in the order in which settings and reports list them. `name` is what `Flag.check` says. */
export const CHECK_NAMES: readonly CheckName[] = [
  {
    name: 'house-style',
    label: 'House style',
    kind: 'style',
    looksFor: 'Words and forms that the newsroom’s own rules speak about.',
  },
  {
    name: 'spelling',
    label: 'Spelling',
    kind: 'spelling',
    looksFor: 'Words that neither the dictionary nor the desk nor the story itself knows.',
  },
  {
    name: 'grammar',
    label: 'Grammar',
    kind: 'spelling',
    looksFor: 'Sentences whose words don’t go together.',
  },
  consistency(
    'person-spelt-two-ways',
    'One person spelt two ways',
    'A person’s name that is written differently in two places of the story.',
  ),
  consistency(
    'name-not-in-body',
    'Name missing from the body',
    'A name in the headline, dek or a caption that the body never mentions.',
  ),
  consistency(
    'surname-alone',
    'First mention by surname alone',
    'A person whom the body calls by surname before it has given the whole name.',
  ),
  consistency(
    'figures-differ',
    'Figures that differ',
    'A count, a sum or a percentage that headline, dek, caption and body give differently.',
  ),
  consistency(
    'dates-differ',
    'Days that differ',
    'A weekday or a date of one event that two parts of the story give differently.',
  ),
  consistency(
    'weekday-of-date',
    'Weekday of another date',
    'A weekday that doesn’t belong to the date beside it.',
  ),
  consistency(
    'places-differ',
    'Places that differ',
    'A place of one event, or the country of a town, that two parts of the story give differently.',
  ),
  consistency('ages-differ', 'Ages that differ', 'A person who has one age here and another there.'),
  consistency(
    'acronym-unexplained',
    'Acronym never spelt out',
    'An acronym that few readers know and that the story never spells out.',
  ),
  consistency('quotation-unclosed', 'Quotation not closed', 'A quotation mark without its partner.'),
  consistency(
    'quotes-mixed',
    'Straight and curly quotes',
    'Straight and curly quotation marks or apostrophes in one story.',
  ),
  consistency(
    'spelling-mixed',
    'British and American spelling',
    'British and American spellings in one story.',
  ),
  consistency(
    'possessive-missing',
    'Missing apostrophe',
    'A name with an s where a possessive is meant, as in “Frances President”.',
  ),
  consistency('word-twice', 'The same word twice', 'A word that stands there twice in a row.'),
  consistency('double-space', 'Double space', 'Two or more spaces between two words.'),
  consistency(
    'alt-repeats-caption',
    'Alt text repeats the caption',
    'Alt text that only says again what the caption says.',
  ),
  consistency(
    'caption-incomplete',
    'Caption without who, where or when',
    'A caption that doesn’t say who or what is seen, where, or when.',
  ),
  consistency('caption-credit', 'Picture without credit', 'A captioned picture that credits nobody.'),
  consistency(
    'dateline-form',
    'Dateline form',
    'A dateline that isn’t written as the newsroom’s style has it.',
  ),
  consistency(
    'quotation-without-speaker',
    'Quotation without a speaker',
    'A quoted sentence that nobody near it is said to have spoken.',
  ),
  consistency('tk', 'TK', 'A place that is marked as still to come.'),
]
