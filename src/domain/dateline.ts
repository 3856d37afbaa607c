import type { DatelineStyle } from './newsroom-settings.ts'
import type { Fields } from './story-content.ts'

/** Reuters, AFP and Superdesk write March to July in full, September as Sept, the others with three letters. */
const MONTHS = 'Jan,Feb,March,April,May,June,July,Aug,Sept,Oct,Nov,Dec'.split(',')

/**
 * Cities that AP lets stand alone, with the regions that may be left out behind them. "Paris, Texas" is not one.
 * The American ones are AP's thirty; of the rest of the world those on which its lists agree.
 */
const STAND_ALONE: Readonly<Record<string, readonly string[]>> = {
  atlanta: ['georgia', 'ga.'],
  baltimore: ['maryland', 'md.'],
  beijing: ['china'],
  berlin: ['germany'],
  boston: ['massachusetts', 'mass.'],
  brussels: ['belgium'],
  cairo: ['egypt'],
  chicago: ['illinois', 'ill.'],
  cincinnati: ['ohio'],
  cleveland: ['ohio'],
  dallas: ['texas'],
  denver: ['colorado', 'colo.'],
  detroit: ['michigan', 'mich.'],
  dublin: ['ireland'],
  geneva: ['switzerland'],
  'hong kong': ['china'],
  honolulu: ['hawaii'],
  houston: ['texas'],
  indianapolis: ['indiana', 'ind.'],
  istanbul: ['turkey', 'türkiye'],
  jerusalem: ['israel'],
  johannesburg: ['south africa'],
  'las vegas': ['nevada', 'nev.'],
  london: ['england', 'uk', 'united kingdom', 'britain'],
  'los angeles': ['california', 'calif.'],
  madrid: ['spain'],
  'mexico city': ['mexico'],
  miami: ['florida', 'fla.'],
  milwaukee: ['wisconsin', 'wis.'],
  minneapolis: ['minnesota', 'minn.'],
  montreal: ['quebec', 'canada'],
  moscow: ['russia'],
  mumbai: ['india'],
  'new delhi': ['india'],
  'new orleans': ['louisiana', 'la.'],
  'new york': ['new york', 'n.y.'],
  'oklahoma city': ['oklahoma', 'okla.'],
  ottawa: ['ontario', 'canada'],
  paris: ['france'],
  philadelphia: ['pennsylvania', 'pa.'],
  phoenix: ['arizona', 'ariz.'],
  pittsburgh: ['pennsylvania', 'pa.'],
  'rio de janeiro': ['brazil'],
  rome: ['italy'],
  'salt lake city': ['utah'],
  'san antonio': ['texas'],
  'san diego': ['california', 'calif.'],
  'san francisco': ['california', 'calif.'],
  'sao paulo': ['brazil'],
  seattle: ['washington', 'wash.'],
  shanghai: ['china'],
  singapore: ['singapore'],
  'st. louis': ['missouri', 'mo.'],
  stockholm: ['sweden'],
  sydney: ['australia'],
  tokyo: ['japan'],
  toronto: ['ontario', 'canada'],
  'vatican city': [],
  vienna: ['austria'],
  washington: ['d.c.', 'dc'],
  zurich: ['switzerland'],
}

export type DatelineParts = Pick<Fields, 'place' | 'date' | 'source'>

/**
 * The dateline as an agency would set it, with the dash that leads over to the text; '' where nothing is given.
 * Any of the parts may be missing. A date that is not a plain date ("2025-09-03") is shown as it is.
 */
export function datelineText(parts: DatelineParts, style: DatelineStyle): string {
  const place = parts.place.trim()
  const source = parts.source.trim() === '' ? '' : `(${parts.source.trim()})`
  const form = FORMS[style](place, parts.date.trim())
  const words = [form.head, source].filter((part) => part !== '').join(' ')
  return words === '' ? '' : `${words} ${form.dash}`
}

type Form = { readonly head: string; readonly dash: string }

const FORMS: Readonly<Record<DatelineStyle, (place: string, date: string) => Form>> = {
  // AP: the city in capitals, its state or country in normal case, no date.
  AP: (place) => ({ head: capitalCity(standAlone(place)), dash: '—' }),
  Reuters: (place, date) => ({ head: listed(capitalCity(place), monthDay(date)), dash: '-' }),
  AFP: (place, date) => ({ head: listed(place, monthDay(date), yearOf(date)), dash: '-' }),
  PA: (place) => ({ head: place, dash: '–' }),
}

const listed = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ')

function capitalCity(place: string): string {
  const [city = '', ...rest] = place.split(',')
  return [city.toLocaleUpperCase(), ...rest].join(',')
}

function standAlone(place: string): string {
  const [city = '', region, ...more] = place.split(',').map((part) => part.trim())
  const regions = STAND_ALONE[city.toLowerCase()]
  const isKnown = regions !== undefined && region !== undefined && more.length === 0
  return isKnown && regions.includes(region.toLowerCase()) ? city : place
}

const PLAIN_DATE = /^(\d{4})-(\d{2})-(\d{2})$/

function monthDay(date: string): string {
  const [, , month = '', day = ''] = PLAIN_DATE.exec(date) ?? []
  const name = MONTHS[Number(month) - 1]
  return name === undefined ? date : `${name} ${Number(day)}`
}

const yearOf = (date: string): string => PLAIN_DATE.exec(date)?.[1] ?? ''
