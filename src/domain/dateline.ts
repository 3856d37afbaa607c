import { shortRegion, standsAlone } from './dateline-places.ts'
import type { DatelineStyle } from './newsroom-settings.ts'
import type { Fields } from './story-content.ts'

export type Dateline = Pick<Fields, 'place' | 'date' | 'source'>

/** How AP datelines name states; style guides disagree, so it can be chosen. */
export type StateNames = 'short' | 'as written'

const SHORT = ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']
const LONG = 'January February March April May June July August September October November December'.split(
  ' ',
)

type Style = {
  readonly place: (place: string, states: StateNames) => string
  /** '' where the style has no date in its datelines. */
  readonly date: (date: string) => string
  readonly dash: string
}

/** The four styles (newsroom reference, 3.4). Reuters, AFP and PA were seen in their copy, not in a published guide. */
const STYLES: Readonly<Record<DatelineStyle, Style>> = {
  AP: { place: apPlace, date: () => '', dash: '—' },
  Reuters: {
    place: capitalCity,
    date: (date) => dateIn(date, (day, month) => `${SHORT[month]} ${day}`),
    dash: '-',
  },
  AFP: {
    place: normalCity,
    date: (date) => dateIn(date, (day, month, year) => `${SHORT[month]} ${day}, ${year}`),
    dash: '-',
  },
  PA: { place: normalCity, date: (date) => dateIn(date, (day, month) => `${day} ${LONG[month]}`), dash: '–' },
}

/**
 * A dateline in an agency's style, with its dash and without a blank behind it: "PARIS (AP) —", "PARIS, Sept 3 (Reuters) -",
 * "Paris, Sept 3, 2025 (AFP) -". Whatever is missing is left out; '' where nothing is left to show.
 */
export function datelineText(dateline: Dateline, style: DatelineStyle, states: StateNames = 'short'): string {
  const { place, date, dash } = STYLES[style]
  const where = place(dateline.place.trim(), states)
  const head = [where, date(dateline.date)].filter((part) => part !== '').join(', ')
  const source = dateline.source.trim() === '' ? '' : `(${dateline.source.trim()})`
  const text = [head, source].filter((part) => part !== '').join(' ')
  return text === '' ? '' : `${text} ${dash}`
}

function dateIn(date: string, format: (day: number, month: number, year: number) => string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  const month = Number(match?.[2]) - 1
  return match === null || SHORT[month] === undefined ? '' : format(Number(match[3]), month, Number(match[1]))
}

const cityAndRegion = (place: string): readonly [string, readonly string[]] => {
  const [city = '', ...region] = place.split(/\s*,\s*/)
  return [city, region]
}

function apPlace(place: string, states: StateNames): string {
  const [city, region] = cityAndRegion(place)
  const [first = ''] = region
  if (region.length === 1 && standsAlone(city, first)) return inCapitals(city)
  const shown = states === 'short' ? region.map(shortRegion) : region
  return [inCapitals(city), ...shown].join(', ')
}

function capitalCity(place: string): string {
  const [city, region] = cityAndRegion(place)
  return [inCapitals(city), ...region].join(', ')
}

/** A city that came in capitals, as from another agency's copy, is written normally. */
function normalCity(place: string): string {
  const [city, region] = cityAndRegion(place)
  return [city === city.toUpperCase() ? inNormalCase(city) : city, ...region].join(', ')
}

/** Capitals, but for the small letters of "McALLEN" that AP keeps. */
function inCapitals(city: string): string {
  return city.replace(/\p{L}[\p{L}\p{M}]*/gu, (word) =>
    /^Mc\p{Lu}/u.test(word) ? `Mc${word.slice(2).toUpperCase()}` : word.toUpperCase(),
  )
}

const SMALL: ReadonlySet<string> = new Set(
  'de do da del la le les au aux of the on upon sur en am an der in'.split(' '),
)

function inNormalCase(city: string): string {
  let first = true
  return city.toLowerCase().replace(/\p{L}[\p{L}\p{M}']*/gu, (word) => {
    const isSmall = !first && SMALL.has(word)
    first = false
    return isSmall ? word : word.charAt(0).toUpperCase() + word.slice(1)
  })
}
