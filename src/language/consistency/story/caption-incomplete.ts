import { CALENDAR } from '../lists/ordinary-capitals.ts'
import { isPlaceName } from '../lists/places.ts'
import { bare, folded, type Word, wordsOf } from '../words.ts'
import { photoLines } from './captions.ts'
import { creditFrom } from './caption-credit-place.ts'
import { flagAt } from './flag-at.ts'
import type { ReadLine, StoryCheck } from './read-story.ts'

/** Pictures of another sort, which are taken nowhere and at no time. */
const OTHER_SORT =
  /\b(?:illustration|graphic|logo|map|chart|cartoon|infographic|rendering|artist['’]s impression|handout|courtesy|undated|file photo|composite|screengrab|screenshot|archive)\b/i
const WHEN =
  /\b(?:today|yesterday|tonight|this (?:week|month|year|morning|summer|winter|spring|autumn)|last (?:week|month|year|night|summer|winter)|earlier|recently|circa|in the \d{4}s|\d{4}|\d{1,2}\/\d{1,2}|on the day)\b/i
const WHERE: ReadonlySet<string> = new Set(
  'in at near outside inside off from on over above along across through of to between around into by beside'.split(
    ' ',
  ),
)

/** A caption that says not who or what is seen, or where, or when: the three that AP's captions need. */
export const captionIncomplete: StoryCheck = (story) =>
  photoLines(story).flatMap(({ caption }) => {
    if (!caption || OTHER_SORT.test(caption.line.signs)) return []
    const missing = missingFrom(caption)
    if (missing.length === 0) return []
    const from = caption.line.signs.search(/\S/)
    return from < 0
      ? []
      : [
          flagAt(
            'caption-incomplete',
            { at: caption, stretch: { from: 0, to: caption.line.signs.length } },
            `This caption doesn’t say ${joined(missing)}.`,
            { weight: 'advice' },
          ),
        ]
  })

function missingFrom({ line }: ReadLine): readonly string[] {
  const signs = line.signs.slice(0, creditFrom(line.signs))
  const words = wordsOf(signs)
  if (words.length === 0) return []
  const keys = words.filter(({ isCapital }) => isCapital).map(({ text }) => folded(bare(text)))
  const hasDate = keys.some((key) => CALENDAR.has(key)) || WHEN.test(signs)
  const hasPlace =
    keys.some((key, index) => isPlaceName(key) || isPlaceName(`${key} ${keys[index + 1] ?? ''}`)) ||
    words.some((_, index) => leadsToPlace(words, index))
  const hasSubject =
    words.length > 2 || words.some(({ isCapital, startsSentence }) => isCapital && !startsSentence)
  return [
    ...(hasSubject ? [] : ['who or what is seen']),
    ...(hasPlace ? [] : ['where it was taken']),
    ...(hasDate ? [] : ['when it was taken']),
  ]
}

/** "in the village of Lund": a little word, and soon behind it a capital that is no month or weekday. */
function leadsToPlace(words: readonly Word[], index: number): boolean {
  if (!WHERE.has(words[index]?.text ?? '')) return false
  const named = words.slice(index + 1, index + 6).find(({ isCapital }) => isCapital)
  return named !== undefined && !CALENDAR.has(folded(bare(named.text)))
}

const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`
