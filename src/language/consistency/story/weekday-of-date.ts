import type { DatedWeekday } from '../facts/read-days.ts'
import { flagAt } from './flag-at.ts'
import type { StoryCheck } from './read-story.ts'

const LONG = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)
const DAY = 86_400_000

/** A weekday that isn't the one of the date beside it. Without a year the date is the one nearest to the story's own. */
export const weekdayOfDate: StoryCheck = ({ lines, story }) => {
  const today = Date.parse(story.content.fields.date)
  return lines.flatMap((at) =>
    at.facts.dated.flatMap((dated) => {
      const date = dateOf(dated, today)
      if (date === null) return []
      const right = date.getUTCDay()
      if (right === dated.weekday) return []
      const words = at.line.signs.slice(dated.from, dated.to)
      const shown = `${dated.day} ${MONTHS[dated.month]} ${date.getUTCFullYear()}`
      return [
        flagAt(
          'weekday-of-date',
          { at, stretch: { from: dated.from, to: dated.to } },
          `${shown} is a ${LONG[right]}, not a ${LONG[dated.weekday]}.`,
          { fixes: [inForm(words, right)] },
        ),
      ]
    }),
  )
}

/** The day that is meant; null where the year can't be told or there is no such day. */
function dateOf({ year, month, day, isElsewhen }: DatedWeekday, today: number): Date | null {
  if (year > 0) return dayOf(year, month, day)
  if (Number.isNaN(today) || isElsewhen) return null
  const now = new Date(today).getUTCFullYear()
  const near = [now - 1, now, now + 1]
    .flatMap((candidate) => dayOf(candidate, month, day) ?? [])
    .sort((a, b) => Math.abs(a.getTime() - today) - Math.abs(b.getTime() - today))
  const [nearest] = near
  return nearest && Math.abs(nearest.getTime() - today) < 120 * DAY ? nearest : null
}

function dayOf(year: number, month: number, day: number): Date | null {
  const date = new Date(Date.UTC(year, month, day))
  return date.getUTCMonth() === month && date.getUTCDate() === day ? date : null
}

/** The right weekday as short as the wrong one is written. */
function inForm(words: string, weekday: number): string {
  const long = LONG[weekday] ?? ''
  return words.endsWith('day') ? long : long.slice(0, 3)
}
