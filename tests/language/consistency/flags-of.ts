import { CHECK_SETTINGS, type CheckSettings } from '../../../src/domain/checks/check-settings.ts'
import { checkedStory } from '../../../src/domain/checks/checked-story.ts'
import type { Flag } from '../../../src/domain/checks/flag.ts'
import type { StoryContent } from '../../../src/domain/story-content.ts'
import { checkStory } from '../../../src/language/consistency/check-story.ts'
import { LINE_CHECKS } from '../../../src/language/consistency/line-checks.ts'
import { lineFacts } from '../../../src/language/consistency/line-facts.ts'

/** Every consistency flag of a story: those of its lines, and those of the whole. */
export function flagsOf(content: StoryContent, change: Partial<CheckSettings> = {}): readonly Flag[] {
  const settings = { ...CHECK_SETTINGS, ...change }
  const story = checkedStory(content)
  const ofLines = story.lines.flatMap((line) =>
    LINE_CHECKS.flatMap((check) =>
      check(line, settings).map(({ from, to, ...flag }): Flag =>
        Object.assign({ range: { place: line.place, from, to }, also: [] }, flag),
      ),
    ),
  )
  return [...ofLines, ...checkStory(story, story.lines.map(lineFacts), settings)]
}
