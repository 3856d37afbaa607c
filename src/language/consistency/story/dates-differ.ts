import type { Flag } from '../../../domain/checks/flag.ts'
import type { EventDay } from '../facts/read-days.ts'
import { readDateline } from './read-dateline.ts'
import { flagAt, type Spot } from './flag-at.ts'
import { partName, type ReadLine, type ReadStory, type StoryCheck } from './read-story.ts'

type Dated = EventDay & { readonly spot: Spot }

const LONG = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

/** An event that headline, dek or caption put on one weekday and the body on another; a dateline with another date than the story's. */
export const datesDiffer: StoryCheck = (story) => [...events(story), ...datelines(story)]

function events({ heads, body }: ReadStory): readonly Flag[] {
  const inBody = daysOf(body)
  return daysOf(heads).flatMap((head) => {
    const others = inBody.filter(({ event }) => event === head.event)
    const [other] = others
    if (!other || others.some(({ weekday }) => weekday !== other.weekday) || other.weekday === head.weekday)
      return []
    const day = (LONG[head.weekday] ?? '').toLowerCase()
    // The body knows that day, too: it may be about two events.
    if (body.some(({ facts }) => facts.keys.has(day))) return []
    return [
      flagAt(
        'dates-differ',
        head.spot,
        `The ${head.event} is on ${LONG[head.weekday]} in the ${partName(head.spot.at.line)} and on ${LONG[other.weekday]} in the body.`,
        { fixes: [LONG[other.weekday] ?? ''], also: [other.spot] },
      ),
    ]
  })
}

const daysOf = (lines: readonly ReadLine[]): readonly Dated[] =>
  lines.flatMap((at) =>
    at.facts.eventDays.map((day) => ({ ...day, spot: { at, stretch: { from: day.from, to: day.to } } })),
  )

function datelines({ body, story }: ReadStory): readonly Flag[] {
  const [first] = body
  const { date } = story.content.fields
  const dateline = first ? readDateline(first.line.signs) : null
  const written = dateline?.date
  if (!first || !written || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return []
  const month = Number(date.slice(5, 7)) - 1
  const day = Number(date.slice(8, 10))
  if (written.month === month && written.day === day) return []
  return [
    flagAt(
      'dates-differ',
      { at: first, stretch: { from: written.from, to: written.to } },
      `The dateline here has another day than the story’s own date, ${date}.`,
    ),
  ]
}
