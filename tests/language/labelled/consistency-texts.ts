import { ACRONYM_UNEXPLAINED } from './acronym-unexplained.ts'
import { AGES_DIFFER } from './ages-differ.ts'
import { DATELINE_FORM } from './dateline-form.ts'
import { DATES_DIFFER } from './dates-differ.ts'
import { DOUBLE_SPACE } from './double-space.ts'
import { FIGURES_DIFFER } from './figures-differ.ts'
import type { LabelledText } from './labelled-text.ts'
import { NAME_NOT_IN_BODY } from './name-not-in-body.ts'
import { PERSON_SPELT_TWO_WAYS } from './person-spelt-two-ways.ts'
import { ALT_REPEATS_CAPTION, CAPTION_CREDIT, CAPTION_INCOMPLETE } from './pictures.ts'
import { PLACES_DIFFER } from './places-differ.ts'
import { POSSESSIVE_MISSING } from './possessive-missing.ts'
import { QUOTATION_UNCLOSED } from './quotation-unclosed.ts'
import { QUOTATION_WITHOUT_SPEAKER } from './quotation-without-speaker.ts'
import { QUOTES_MIXED } from './quotes-mixed.ts'
import { SPELLING_MIXED } from './spelling-mixed.ts'
import { SURNAME_ALONE } from './surname-alone.ts'
import { TK_PLACES } from './tk.ts'
import { WEEKDAY_OF_DATE } from './weekday-of-date.ts'
import { WORD_TWICE } from './word-twice.ts'

/** The labelled texts of all consistency checks, by the check's name. */
export const CONSISTENCY_TEXTS: Readonly<Record<string, readonly LabelledText[]>> = {
  'person-spelt-two-ways': PERSON_SPELT_TWO_WAYS,
  'name-not-in-body': NAME_NOT_IN_BODY,
  'surname-alone': SURNAME_ALONE,
  'figures-differ': FIGURES_DIFFER,
  'dates-differ': DATES_DIFFER,
  'weekday-of-date': WEEKDAY_OF_DATE,
  'places-differ': PLACES_DIFFER,
  'ages-differ': AGES_DIFFER,
  'acronym-unexplained': ACRONYM_UNEXPLAINED,
  'quotation-unclosed': QUOTATION_UNCLOSED,
  'quotes-mixed': QUOTES_MIXED,
  'spelling-mixed': SPELLING_MIXED,
  'possessive-missing': POSSESSIVE_MISSING,
  'word-twice': WORD_TWICE,
  'double-space': DOUBLE_SPACE,
  'alt-repeats-caption': ALT_REPEATS_CAPTION,
  'caption-incomplete': CAPTION_INCOMPLETE,
  'caption-credit': CAPTION_CREDIT,
  'dateline-form': DATELINE_FORM,
  'quotation-without-speaker': QUOTATION_WITHOUT_SPEAKER,
  tk: TK_PLACES,
}
