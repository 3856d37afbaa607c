import { quoted } from '../finding-words.ts'
import type { NewsroomSettings } from '../newsroom-settings.ts'
import type { Jump, SignOffItem } from '../sign-off-item.ts'
import { CHECK_NAMES } from './check-names.ts'
import type { Flag } from './flag.ts'

/** How many faults a check had found in a story: what an approval says that it passed over. */
export type FlagCount = { readonly check: string; readonly count: number }

/** Does a flag say that something is wrong? Advice, and what is right, are shown and not counted. */
export const isCounted = ({ weight }: Pick<Flag, 'weight'>): boolean =>
  weight === 'fault' || weight === 'forced'

const labels = new Map(CHECK_NAMES.map(({ name, label }) => [name, label]))

/**
 * What the checks found, for the sign-off list: one warning for each check, in reading order of its first flag, which it
 * leads to. Never a stop, because only the one who approves has seen them; the settings may switch them off ('checks').
 */
export function signOffFlags(
  flags: readonly Flag[],
  { signOff }: Pick<NewsroomSettings, 'signOff'>,
): readonly SignOffItem[] {
  if (signOff['checks'] === 'off') return []
  return [...byCheck(flags)].flatMap(([check, own]): readonly SignOffItem[] => {
    const [first] = own
    if (!first) return []
    const label = labels.get(check) ?? check
    const words = quoted(first.words)
    const message =
      own.length === 1 ? `${label}: ${words}.` : `${label}, in ${own.length} places. The first: ${words}.`
    return [{ check: 'checks', level: 'warning', message, jump: jumpTo(first) }]
  })
}

/** The same as counts, for the event of an approval. */
export function flagCounts(
  flags: readonly Flag[],
  { signOff }: Pick<NewsroomSettings, 'signOff'>,
): readonly FlagCount[] {
  if (signOff['checks'] === 'off') return []
  return [...byCheck(flags)].map(([check, { length: count }]) => ({ check, count }))
}

function byCheck(flags: readonly Flag[]): ReadonlyMap<string, readonly Flag[]> {
  const found = new Map<string, Flag[]>()
  for (const flag of flags.filter(isCounted)) {
    const own = found.get(flag.check)
    if (own) own.push(flag)
    else found.set(flag.check, [flag])
  }
  return found
}

const jumpTo = ({ range: { place, from } }: Flag): Jump =>
  place.to === 'text'
    ? { to: 'text', text: place.text, at: { block: place.block, offset: from } }
    : { to: 'field', field: place.field }
