import { bare, folded, type Word } from '../words.ts'
import { EVENTS } from '../lists/events.ts'
import type { Stretch } from './place.ts'

/** A weekday that stands beside a date; `year` 0 where none is given. */
export type DatedWeekday = Stretch & {
  readonly weekday: number
  readonly month: number
  readonly day: number
  readonly year: number
  /** A year stands near, or "last year": which one is meant can't be told from the dateline. */
  readonly isElsewhen: boolean
}

/** The weekday (0 is Sunday) on which something is. */
export type EventDay = Stretch & { readonly event: string; readonly weekday: number }

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DATED =
  /\b(Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?:\.?,? \(?|,? the )(?:(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|January|February|March|April|May|June|July|August|September|October|November|December)\.? (\d{1,2})(?:st|nd|rd|th)?|(\d{1,2})(?:st|nd|rd|th)?(?: of)? (Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|January|February|March|April|May|June|July|August|September|October|November|December))\b(?:,? (\d{4})\b)?/g

/** Weekdays with their dates. */
export function readDatedWeekdays(signs: string): readonly DatedWeekday[] {
  if (!/day|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(signs)) return []
  return Array.from(signs.matchAll(DATED)).flatMap((match): readonly DatedWeekday[] => {
    const [, weekday = '', monthFirst, dayLast, dayFirst, monthLast, year] = match
    const month = MONTHS.indexOf((monthFirst ?? monthLast ?? '').slice(0, 3).toLowerCase())
    const near = signs.slice(Math.max(0, match.index - 40), match.index + match[0].length + 40)
    return [
      {
        from: match.index,
        to: match.index + weekday.length,
        weekday: WEEKDAYS.indexOf(weekday.slice(0, 3).toLowerCase()),
        month,
        day: Number(dayLast ?? dayFirst),
        year: Number(year ?? 0),
        isElsewhen:
          year === undefined && /\b(?:1[5-9]|20)\d\d\b|\b(?:last|next|previous|following) year\b/.test(near),
      },
    ]
  })
}

/** Days of events: "Thursday’s meeting", "talks in Paris on Friday". */
export function readEventDays(words: readonly Word[]): readonly EventDay[] {
  return words.flatMap((word, index): readonly EventDay[] => {
    const weekday = weekdayOf(word)
    if (weekday < 0) return []
    const at = { from: word.from, to: word.from + bare(word.text).length, weekday }
    const next = words[index + 1]
    if (bare(word.text) !== word.text) {
      const event = eventOf(next)
      return event !== null ? [{ ...at, event }] : []
    }
    if (word.gap !== ' ') return []
    for (let back = words[index - 1]?.text === 'on' ? 2 : 1; back <= 5; back += 1) {
      const other = words[index - back]
      const after = words[index - back + 1]
      if (!other || !after || after.gap !== ' ' || weekdayOf(other) >= 0) return []
      const event = eventOf(other)
      if (event !== null) return [{ ...at, event }]
      if (
        !other.isCapital &&
        !/^(?:in|at|near|held|planned|due|scheduled|set|here|to|be|the|begin|begins|start|starts|take|takes|place|begun|began|started|was|is|will|resume|resumes|resumed|continue|continues|continued|open|opens|ends|end|go|ahead|next|this|last)$/.test(
          other.text,
        )
      )
        return []
    }
    return []
  })
}

const weekdayOf = (word: Word): number =>
  word.isCapital && /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:['’]s)?$/.test(word.text)
    ? WEEKDAYS.indexOf(folded(word.text).slice(0, 3))
    : -1

const eventOf = (word: Word | undefined): string | null => EVENTS.get(word?.text.toLowerCase() ?? '') ?? null
