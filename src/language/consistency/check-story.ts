import type { CheckSettings } from '../../domain/checks/check-settings.ts'
import type { CheckedStory } from '../../domain/checks/checked-story.ts'
import type { Flag } from '../../domain/checks/flag.ts'
import type { LineFacts } from './line-facts.ts'
import { acronymUnexplained } from './story/acronym-unexplained.ts'
import { agesDiffer } from './story/ages-differ.ts'
import { altRepeatsCaption } from './story/alt-repeats-caption.ts'
import { captionCredit } from './story/caption-credit.ts'
import { captionIncomplete } from './story/caption-incomplete.ts'
import { datelineForm } from './story/dateline-form.ts'
import { datesDiffer } from './story/dates-differ.ts'
import { figuresDiffer } from './story/figures-differ.ts'
import { nameNotInBody } from './story/name-not-in-body.ts'
import { personSpeltTwoWays } from './story/person-spelt-two-ways.ts'
import { placesDiffer } from './story/places-differ.ts'
import { possessiveMissing } from './story/possessive-missing.ts'
import { quotationUnclosed } from './story/quotation-unclosed.ts'
import { quotationWithoutSpeaker } from './story/quotation-without-speaker.ts'
import { quotesMixed } from './story/quotes-mixed.ts'
import { readStory, type StoryCheck } from './story/read-story.ts'
import { spellingMixed } from './story/spelling-mixed.ts'
import { surnameAlone } from './story/surname-alone.ts'
import { weekdayOfDate } from './story/weekday-of-date.ts'

const STORY_CHECKS: readonly StoryCheck[] = [
  personSpeltTwoWays,
  nameNotInBody,
  surnameAlone,
  figuresDiffer,
  datesDiffer,
  weekdayOfDate,
  placesDiffer,
  agesDiffer,
  acronymUnexplained,
  quotationUnclosed,
  quotesMixed,
  spellingMixed,
  possessiveMissing,
  altRepeatsCaption,
  captionIncomplete,
  captionCredit,
  datelineForm,
  quotationWithoutSpeaker,
]

/** What in a story doesn't agree with the rest of it. `facts[i]` belongs to `story.lines[i]`. Checks that are off aren't left out. */
export function checkStory(
  story: CheckedStory,
  facts: readonly LineFacts[],
  settings: CheckSettings,
): readonly Flag[] {
  const read = readStory(story, facts, settings)
  return STORY_CHECKS.flatMap((check) => check(read))
}
