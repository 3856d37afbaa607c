import { FAMOUS } from '../lists/famous.ts'
import { CALENDAR, FUNCTION_WORDS } from '../lists/ordinary-capitals.ts'
import { GIVEN_NAMES } from '../lists/given-names.ts'
import { isPlaceName } from '../lists/places.ts'
import type { NameMention } from '../facts/name-mention.ts'

/** Is that word, alone, surely something else than the surname of somebody unknown? `key` is folded. */
export function isKnownAlone(key: string): boolean {
  return (
    key.length < 2 ||
    FAMOUS.has(key) ||
    CALENDAR.has(key) ||
    FUNCTION_WORDS.has(key) ||
    GIVEN_NAMES.has(key) ||
    isPlaceName(key)
  )
}

/** The surname of a mention, folded. */
export const surnameOf = (name: NameMention): string => name.keys.at(-1) ?? ''

/** A whole name: given name and surname, as far as a line can tell. */
export const isWhole = (name: NameMention): boolean => name.keys.length > 1 && !name.isThing
