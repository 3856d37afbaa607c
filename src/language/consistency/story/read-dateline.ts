import { isPlaceName } from '../lists/places.ts'
import { folded } from '../words.ts'

/** A dateline at the beginning of a paragraph, taken apart. Places are UTF-16 units of the line. */
export type WrittenDateline = {
  /** Its whole text, dash and all. */
  readonly text: string
  readonly place: string
  readonly date: {
    readonly month: number
    readonly day: number
    readonly from: number
    readonly to: number
  } | null
  readonly source: string
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const NAMES =
  '(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|January|February|March|April|May|June|July|August|September|October|November|December)'
const DATELINE = /^(\p{Lu}[^()"“”:;!?\n]{1,58}?) ?\(([A-Za-z][^()\n]{0,30})\) ?(—|–|--|-) ?(?=\S)/u
const DATE = new RegExp(`, ?(?:(${NAMES})\\.? (\\d{1,2})|(\\d{1,2}) (${NAMES}))(?:,? \\d{4})?$`)

/** Reads the dateline that a paragraph begins with: "PARIS, Sept 3 (Reuters) -"; null where it begins otherwise. */
export function readDateline(signs: string): WrittenDateline | null {
  const match = DATELINE.exec(signs)
  if (!match) return null
  const [text, head = '', source = ''] = match
  const date = DATE.exec(head)
  const place = (date ? head.slice(0, date.index) : head).replace(/[,\s]+$/, '')
  // A sentence with brackets early on is none: a place is a few words in capitals.
  if (place === '' || place.split(' ').length > 6 || !isPlace(place)) return null
  const [city = ''] = place.split(',')
  if (!date && !/^(?:Mc)?\p{Lu}{2}/u.test(place) && !isPlaceName(folded(city))) return null
  const monthName = (date?.[1] ?? date?.[4] ?? '').slice(0, 3).toLowerCase()
  const from = date ? head.indexOf(date[0].replace(/^, ?/, ''), date.index) : 0
  return {
    text: text.trimEnd(),
    place,
    date: date
      ? {
          month: MONTHS.indexOf(monthName),
          day: Number(date[2] ?? date[3]),
          from,
          to: from + date[0].replace(/^, ?/, '').length,
        }
      : null,
    source,
  }
}

const isPlace = (place: string): boolean =>
  place
    .split(/[\s,]+/)
    .every(
      (word) => /^\p{Lu}/u.test(word) || /^(?:de|do|da|la|le|the|of|on|upon|sur|am|an|der|al|el)$/.test(word),
    )
