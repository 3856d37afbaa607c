import { isBlank, named, quoted } from './finding-words.ts'
import type { SignOffCheck } from './newsroom-settings.ts'
import type { FindIn, Finding, SignOffInput, SignOffItem } from './sign-off-item.ts'
import { missingAlt, missingCaption, missingCredit } from './sign-off-photos.ts'
import { longTexts, missingBody, missingHeadline, notesLeft, tksLeft } from './sign-off-texts.ts'
import type { Suggestion } from './suggestions/suggestion.ts'
import { isOpenComment } from './threads/read-threads.ts'

type Check = readonly [check: SignOffCheck, find: FindIn]

/** What is looked for, in the order of the list: plug a further check in here. */
const CHECKS: readonly Check[] = [
  ['suggestions', undecided],
  ['comments', openComments],
  ['headline', missingHeadline],
  ['byline', missingByline],
  ['body', missingBody],
  ['tks', tksLeft],
  ['notes', notesLeft],
  ['alt', missingAlt],
  ['caption', missingCaption],
  ['credit', missingCredit],
  ['length', longTexts],
  ['embargo', embargoed],
]

/** All that still stands between a story and its approval, stops first, each with the way to it. Pure. */
export function signOffItems(input: SignOffInput): readonly SignOffItem[] {
  const { settings, more = [] } = input
  const own = CHECKS.flatMap(([check, find]) => {
    const level = settings.signOff[check] ?? 'warning'
    return level === 'off' ? [] : find(input).map(({ message, jump }) => ({ check, level, message, jump }))
  })
  const others = more.flatMap((item) => {
    const level = settings.signOff[item.check] ?? item.level
    return level === 'off' ? [] : [{ ...item, level }]
  })
  const items = [...own, ...others]
  return [...items.filter(({ level }) => level === 'stop'), ...items.filter(({ level }) => level !== 'stop')]
}

function undecided({ suggestions }: SignOffInput): readonly Finding[] {
  return named(
    suggestions,
    (suggestion) => ({
      message: `Undecided suggestion: ${changeWords(suggestion)}.`,
      jump: { to: 'suggestion', id: suggestion.id },
    }),
    (count) => `Further undecided suggestions: ${count}.`,
  )
}

function changeWords({ before, after, what }: Suggestion): string {
  const [old, fresh] = [!isBlank(before), !isBlank(after)]
  const words =
    old && fresh
      ? `${quoted(before)} becomes ${quoted(after)}`
      : fresh
        ? `${quoted(after)} is new`
        : old
          ? `${quoted(before)} goes`
          : ''
  return [words, what].filter((part) => part !== '').join(', ') || 'a change without words'
}

function openComments({ threads }: SignOffInput): readonly Finding[] {
  const open = threads.filter(isOpenComment)
  return named(
    open,
    ({ id, quote, messages }) => ({
      message: `Open comment${isBlank(quote) ? '' : ` on ${quoted(quote)}`}: ${quoted(messages[0]?.text ?? '')}`,
      jump: { to: 'thread', id },
    }),
    (count) => `Further open comments: ${count}.`,
  )
}

function missingByline({ content }: SignOffInput): readonly Finding[] {
  const { authors, fields } = content
  if (authors.some(({ name }) => !isBlank(name)) || !isBlank(fields.organisation)) return []
  return [{ message: 'Nobody is named in the byline.', jump: { to: 'panel', panel: 'byline' } }]
}

function embargoed({ record: { embargo }, now }: SignOffInput): readonly Finding[] {
  if (!embargo || !(Date.parse(embargo.at) > Date.parse(now))) return []
  return [
    {
      message: `It is under embargo until ${instantWords(embargo)}.`,
      jump: { to: 'panel', panel: 'more' },
    },
  ]
}

/** "1 December 2026 at 06:00, Europe/London", or the instant itself in a zone that isn't known. */
function instantWords({ at, zone }: { readonly at: string; readonly zone: string }): string {
  try {
    const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: zone })
    return `${format.format(new Date(at))}, ${zone}`
  } catch {
    return `${at}, ${zone}`
  }
}
