import { CHECK_NAMES } from '../../domain/checks/check-names.ts'
import type { FlagCount } from '../../domain/checks/sign-off-flags.ts'
import type { StoryHistory, VersionName } from '../../store/story-history.ts'

type Heads = Extract<NonNullable<StoryHistory['heads']>, { status: 'ready' }>['value']
export type VersionHead = Heads[number]

const WHY: Readonly<Partial<Record<VersionHead['why'], string>>> = {
  create: 'Begun',
  submit: 'Submitted',
  withdraw: 'Withdrawn',
  claim: 'Claimed',
  release: 'Released',
  'take over': 'Taken over',
  'request changes': 'Sent back',
  approve: 'Approved',
  reopen: 'Reopened',
  spike: 'Spiked',
  restore: 'Restored',
}

/** Why a version was made, in words: "Submitted", "Sent back: check the names", "Kept as “Before cuts”". */
export function whyWords({ why, name, note }: Pick<VersionHead, 'why' | 'name' | 'note'>): string {
  if (why === 'keep version') return name === '' ? 'Kept' : `Kept as “${name}”`
  const words = WHY[why] ?? `${why.charAt(0).toUpperCase()}${why.slice(1)}`
  return note.trim() === '' ? words : `${words}: ${note.trim()}`
}

/** What the checks had found when a story was approved: "The checks had found: Spelling 2, House style 1"; '' for nothing. */
export function foundWords(flags: readonly FlagCount[]): string {
  if (flags.length === 0) return ''
  const label = (name: string): string => CHECK_NAMES.find((check) => check.name === name)?.label ?? name
  return `The checks had found: ${flags.map(({ check, count }) => `${label(check)} ${count}`).join(', ')}`
}

/** What a version is called: by its name, or else its number. */
export function versionTitle(version: VersionName, heads: readonly VersionHead[]): string {
  if (version === 'now') return 'Now'
  const name = heads.find(({ number }) => number === version)?.name ?? ''
  return name === '' ? `Version ${version}` : name
}

/**
 * The two states that are compared where nobody chose: the newest and the one before. The story as it stands is the
 * newest unless it is kept as a version (`isKept`).
 */
export function newestTwo(
  heads: readonly Pick<VersionHead, 'number'>[],
  isKept: boolean,
): NonNullable<StoryHistory['compared']> | null {
  const [newest, before] = heads
  if (!newest) return null
  return isKept && before
    ? { chosen: newest.number, against: before.number }
    : { chosen: 'now', against: newest.number }
}

/** The older of two states first. */
export function inOrder({
  chosen,
  against,
}: NonNullable<StoryHistory['compared']>): readonly [before: VersionName, after: VersionName] {
  const isLater = chosen === 'now' || (against !== 'now' && chosen > against)
  return isLater ? [against, chosen] : [chosen, against]
}

/** What a newly chosen state is compared with: the version before it, or the one after the first. */
export function neighbourOf(chosen: VersionName, heads: readonly VersionHead[]): VersionName {
  if (chosen === 'now') return heads[0]?.number ?? 'now'
  const place = heads.findIndex(({ number }) => number === chosen)
  return heads[place + 1]?.number ?? heads[place - 1]?.number ?? 'now'
}
