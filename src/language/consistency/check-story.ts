import type { CheckSettings } from '../../domain/checks/check-settings.ts'
import type { CheckedStory } from '../../domain/checks/checked-story.ts'
import type { Flag } from '../../domain/checks/flag.ts'
import type { LineFacts } from './line-facts.ts'

/** What in a story doesn't agree with the rest of it. `facts[i]` belongs to `story.lines[i]`. */
export function checkStory(
  _story: CheckedStory,
  _facts: readonly LineFacts[],
  _settings: CheckSettings,
): readonly Flag[] {
  return []
}
