import { expect, test } from 'vitest'
import { datelineText } from '../../src/domain/dateline.ts'
import type { DatelineStyle } from '../../src/domain/newsroom-settings.ts'

const CASES: readonly [DatelineStyle, string, string, string, string][] = [
  ['AP', 'Rotterdam, Netherlands', '2026-11-24', 'EN', 'ROTTERDAM, Netherlands (EN) —'],
  ['AP', 'Paris, France', '', 'AP', 'PARIS (AP) —'],
  ['AP', 'Paris, Texas', '', 'AP', 'PARIS, Texas (AP) —'],
  ['AP', 'Boston, Mass.', '', 'AP', 'BOSTON (AP) —'],
  ['AP', 'Grosseto, Italy', '', '', 'GROSSETO, Italy —'],
  ['AP', '', '2026-11-24', '', ''],
  ['AP', '', '', 'AP', '(AP) —'],
  ['Reuters', 'Paris', '2025-09-03', 'Reuters', 'PARIS, Sept 3 (Reuters) -'],
  ['Reuters', 'Lyon, France', '2025-06-30', 'Reuters', 'LYON, France, June 30 (Reuters) -'],
  ['Reuters', '', '2025-01-02', 'Reuters', 'Jan 2 (Reuters) -'],
  ['AFP', 'Paris', '2025-09-03', 'AFP', 'Paris, Sept 3, 2025 (AFP) -'],
  ['AFP', 'Paris', '', 'AFP', 'Paris (AFP) -'],
  ['PA', 'Oban', '2025-09-03', 'PA', 'Oban (PA) –'],
  ['Reuters', 'Kyiv', 'yesterday', 'Reuters', 'KYIV, yesterday (Reuters) -'],
]

test.each(CASES)('%s: %j, %j, %j reads %j', (style, place, date, source, text) => {
  expect(datelineText({ place, date, source }, style)).toBe(text)
})
