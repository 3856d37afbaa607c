import { expect, test } from 'vitest'
import { CHECK_SETTINGS } from '../../../src/domain/checks/check-settings.ts'
import { checkedStory } from '../../../src/domain/checks/checked-story.ts'
import { checkStyle } from '../../../src/language/house-style/check-style.ts'
import { compileRules } from '../../../src/language/house-style/compile-rules.ts'
import { rulesOf } from '../../../src/language/house-style/rules-of.ts'
import { HOUSE_STYLE_STORIES } from '../labelled/house-style-stories.ts'

test.each(HOUSE_STYLE_STORIES)('$title', ({ build, settings, must }) => {
  const compiled = compileRules(rulesOf({ ...CHECK_SETTINGS, ...settings }))
  const found = checkedStory(build()).lines.flatMap((line) =>
    checkStyle(line, compiled).map(({ words }) => words),
  )
  expect(found).toEqual(must.map(({ words }) => words))
})
