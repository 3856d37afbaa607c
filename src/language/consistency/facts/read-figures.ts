import { CALENDAR } from '../lists/ordinary-capitals.ts'
import { folded, type Word } from '../words.ts'
import type { Stretch } from './place.ts'
import { readNumber, type FoundNumber } from './read-number.ts'

/** A number with what it counts. */
export type Figure = Stretch & {
  readonly value: number
  /** The least that its way of writing can tell apart: 0.1 billion in "1.2bn". */
  readonly step: number
  /** What is counted: 'killed', 'hurt', 'jobs', 'money $', 'percent'; '' for a number that is only known to stand there. */
  readonly key: string
  /** Only about so many, or only some of them: differs from nothing. */
  readonly isLoose: boolean
  /** The beginnings of the longer words around it, to tell whether two figures are about the same. */
  readonly around: readonly string[]
}

const words = (text: string): readonly string[] => text.split(' ')
const PREDICATES: ReadonlyMap<string, string> = new Map([
  ...words('killed dead died dies die dying deaths fatalities').map((word): readonly [string, string] => [
    word,
    'killed',
  ]),
  ...words('injured wounded hurt injuries injures').map((word): readonly [string, string] => [word, 'hurt']),
  ...words('missing').map((word): readonly [string, string] => [word, 'missing']),
  ...words('arrested detained arrests').map((word): readonly [string, string] => [word, 'arrested']),
])
const VERBS: ReadonlyMap<string, string> = new Map([
  ...words('kill kills killing killed').map((word): readonly [string, string] => [word, 'killed']),
  ...words('injure injures injuring injured wound wounds wounding wounded hurting').map(
    (word): readonly [string, string] => [word, 'hurt'],
  ),
  ...words('arrest arrests arrested arresting detain detains detained').map(
    (word): readonly [string, string] => [word, 'arrested'],
  ),
])
const COUNTED: ReadonlySet<string> = new Set(
  words(
    'jobs troops soldiers passengers homes houses votes points runs goals flights migrants hostages prisoners seats staff workers employees stores shops branches schools hospitals cases countries firefighters officers aircraft tonnes tons acres hectares stores households',
  ),
)
/** People and things of whom a predicate may speak; others ("14 hours") it doesn't count. */
const MEASURES =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|miles?|km|kilometres?|kilometers?|metres?|meters?|feet|foot|inches|times|percent|per|pm|am|degrees?|c|mph|billion|million)$/
const LOOSE =
  /^(?:about|around|some|nearly|almost|approximately|roughly|over|under|estimated|than|to|up|between|dozens|hundreds|thousands|circa|close)$/
const PARTLY =
  /^(?:another|further|other|including|additional|extra|second|these|those|both|remaining|latter|every|each|last|previous|since|of)$/
const STOPS = /^(?:and|or|but|while|when|after|before|as|who|which|than|with|including)$/

/** Numbers of a line with what they count. Dates, times, scores and ages are none. */
export function readFigures(all: readonly Word[], signs: string): readonly Figure[] {
  const figures: Figure[] = []
  let index = 0
  while (index < all.length) {
    const found = readNumber(all, index)
    const word = all[index]
    if (!found || !word || isDatePart(all, index)) {
      index += 1
      continue
    }
    const last = all[found.end - 1] ?? word
    const key = keyOf(all, index, found, signs)
    const near = [all[index - 1], all[index - 2]].map((other) => other?.text.toLowerCase() ?? '')
    figures.push({
      from: word.from,
      to: last.to,
      value: found.value,
      step: found.step,
      key,
      isLoose: isLoose(all, index, found, near),
      around: key === '' ? [] : aroundOf(all, index),
    })
    index = found.end
  }
  return figures
}

/** "June 24", "24 June", "in 2019", "10:30", "2-1". */
function isDatePart(all: readonly Word[], index: number): boolean {
  const word = all[index]
  const before = all[index - 1]
  const next = all[index + 1]
  if (!word || /^[:/–]$/.test(word.gap) || /^[:/–]$/.test(next?.gap ?? '')) return true
  if (before && CALENDAR.has(folded(before.text)) && /^\.?,? $/.test(word.gap)) return true
  if (next && CALENDAR.has(folded(next.text)) && next.gap === ' ') return true
  return (
    /^(?:1[5-9]|20)\d\d$/.test(word.text) &&
    !COUNTED.has(next?.text ?? '') &&
    !PREDICATES.has(next?.text ?? '')
  )
}

function isLoose(
  all: readonly Word[],
  index: number,
  { end }: FoundNumber,
  near: readonly string[],
): boolean {
  const [one = '', two = ''] = near
  if (one === 'least' && two === 'at') return isPart(all, end)
  if (
    one === 'to' &&
    /^(?:rises?|rose|risen|climbs?|climbed|toll|grown?|grew|jumps?|jumped|sentenced|jailed)$/.test(two)
  )
    return isPart(all, end)
  if (LOOSE.test(one) || PARTLY.test(one)) return true
  // "10 men and two women": only together they are the count.
  if (one === 'and' && readNumberBefore(all, index)) return true
  return isPart(all, end) || all[end]?.gap === '-'
}

const isPart = (all: readonly Word[], end: number): boolean =>
  /^(?:more|others?|of|further)$/.test(all[end]?.text.toLowerCase() ?? '') ||
  // "one in five", "12 to 14", "nine out of 10"
  (/^(?:in|to|or)$/.test(all[end]?.text ?? '') && readNumber(all, end + 1) !== null) ||
  all[end]?.text === 'out' ||
  // "10 men and two women were killed"
  all.slice(end, end + 4).some((word, at) => word.text === 'and' && readNumber(all, end + at + 1) !== null)

const readNumberBefore = (all: readonly Word[], index: number): boolean =>
  [2, 3, 4].some((back) => readNumber(all, index - 1 - back + 1) !== null && index - back >= 0)

function keyOf(all: readonly Word[], index: number, { end }: FoundNumber, signs: string): string {
  const word = all[index]
  const last = all[end - 1]
  if (!word || !last) return ''
  const sign = signs.charAt(word.from - 1)
  if (/[$£€]/.test(sign)) return `money ${sign}`
  const next = all[end]
  const isPercent =
    signs.charAt(last.to) === '%' ||
    next?.text === 'percent' ||
    (next?.text === 'per' && all[end + 1]?.text === 'cent')
  if (isPercent) return 'percent'
  if (next && next.gap !== ' ') return isVerbBefore(all, index) ?? ''
  const following = next?.text.toLowerCase() ?? ''
  if (MEASURES.test(following))
    return /^years?$/.test(following) && isSentence(all, index, end) ? 'years in prison' : ''
  for (let at = end; at < Math.min(all.length, end + 6); at += 1) {
    const other = all[at]
    const small = other?.text.toLowerCase() ?? ''
    if (!other || other.gap !== ' ' || STOPS.test(small)) break
    const predicate = PREDICATES.get(small)
    if (predicate !== undefined) return predicate
  }
  const verb = isVerbBefore(all, index)
  if (verb !== null) return verb
  for (const at of [end, end + 1]) {
    const small = all[at]?.text.toLowerCase() ?? ''
    if (COUNTED.has(small) && all[at]?.gap === ' ') return small
  }
  return ''
}

/** "killing at least 14", "death toll rose to 14". */
function isVerbBefore(all: readonly Word[], index: number): string | null {
  if (/^(?:to|at)$/.test(all[index - 1]?.text ?? '') && isOfToll(all, index)) return 'killed'
  for (let back = 1; back <= 5; back += 1) {
    const other = all[index - back]
    const after = all[index - back + 1]
    if (!other || !after || after.gap !== ' ') return null
    const small = other.text.toLowerCase()
    if (small === 'toll') return 'killed'
    const verb = VERBS.get(small)
    if (verb !== undefined) return back <= 4 ? verb : null
    if (
      !/^(?:at|least|up|to|more|than|about|around|nearly|almost|some|rises?|rose|risen|climbs?|climbed|has|had|the|stands|stood|in|attack|fire|crash)$/.test(
        small,
      )
    )
      return null
  }
  return null
}

/** "The death toll from the floods rose to 34". */
function isOfToll(all: readonly Word[], index: number): boolean {
  for (let back = 2; back <= 9; back += 1) {
    if (all[index - back + 1]?.gap !== ' ') return false
    if (all[index - back]?.text === 'toll') return true
  }
  return false
}

const isSentence = (all: readonly Word[], index: number, end: number): boolean =>
  /^(?:prison|jail|behind)$/.test(all[end + 2]?.text ?? '') ||
  [1, 2, 3].some((back) =>
    /^(?:jailed|sentenced|imprisoned)$/.test(all[index - back]?.text.toLowerCase() ?? ''),
  )

function aroundOf(all: readonly Word[], index: number): readonly string[] {
  const near: string[] = []
  const take = (word: Word | undefined): void => {
    if (word && word.text.length > 3 && /^\p{L}/u.test(word.text)) near.push(folded(word.text).slice(0, 5))
  }
  for (let at = index; at > Math.max(-1, index - 15); at -= 1) {
    if (at !== index) take(all[at])
    if (all[at]?.startsSentence) break
  }
  for (let at = index + 1; at < Math.min(all.length, index + 15) && !all[at]?.startsSentence; at += 1)
    take(all[at])
  return near
}
