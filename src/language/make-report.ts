import type { CheckReport, ReportedFlag } from '../domain/checks/check-report.ts'
import type { CheckSettings } from '../domain/checks/check-settings.ts'
import type { CheckedStory, CheckedLine } from '../domain/checks/checked-story.ts'
import type { Flag, LineFlag } from '../domain/checks/flag.ts'
import type { Ignored } from '../domain/checks/ignored.ts'
import { ignoredBy, neighbours } from '../domain/checks/ignored.ts'
import type { KnownLine } from './line-cache.ts'
import { placeKey } from './place-key.ts'
import type { WholeStory } from './read-whole.ts'

export type ReportInput = Pick<CheckReport, 'isComplete' | 'speller' | 'stopped' | 'broken'> & {
  readonly story: CheckedStory
  /** What is known of each of the story's lines, in their order. */
  readonly known: readonly KnownLine[]
  readonly whole: WholeStory
  readonly ignored: readonly Ignored[]
  readonly settings: CheckSettings
}

/** Puts together what is known of a story: all flags in reading order, and apart from them what may stand. */
export function makeReport(input: ReportInput): CheckReport {
  const { story, known, whole, ignored, settings, isComplete, speller, stopped, broken } = input
  const all = [
    ...known.flatMap(({ flags, style, spelling }, index) => {
      const line = story.lines[index]
      if (!line) return []
      const spelt = (spelling ?? []).filter(
        ({ check, words }) => check !== 'spelling' || !whole.names.isKnown(bare(words)),
      )
      return [...flags, ...(style ?? []), ...spelt].map((flag) => onLine(line, flag))
    }),
    ...whole.flags,
  ]
  const lineOf = new Map(story.lines.map((line, index) => [placeKey(line.place), { line, index }]))
  const off = new Set(settings.checksOff)
  const allowed = new Set(settings.allowed.map(({ check, rule, words }) => allowKey(check, rule, words)))
  const flags = inOrder(
    withoutDoubles(
      all.filter(({ check, rule, words }) => !off.has(check) && !allowed.has(allowKey(check, rule, words))),
    ),
    ({ range: { place } }) => lineOf.get(placeKey(place))?.index ?? story.lines.length,
  )
  const report: { flags: ReportedFlag[]; ignored: CheckReport['ignored'][number][] } = {
    flags: [],
    ignored: [],
  }
  const mayStand = ignoredBy(ignored)
  const met = new Map<string, number>()
  for (const found of flags) {
    const { place, from, to } = found.range
    const same = [found.check, found.rule, found.words].join(' ')
    const count = (met.get(same) ?? 0) + 1
    met.set(same, count)
    const signs = lineOf.get(placeKey(place))?.line.signs ?? ''
    const flag = { ...found, ...neighbours(signs, from, to), id: `${same} ${count}` }
    const by = mayStand(flag)
    if (by) report.ignored.push({ flag, by })
    else report.flags.push(flag)
  }
  return { ...report, readability: whole.readability, isComplete, speller, stopped, broken }
}

const allowKey = (...parts: readonly string[]): string => JSON.stringify(parts)

/** A name without its possessive. */
const bare = (word: string): string => word.replace(/['’]s?$/u, '')

const onLine = ({ place }: CheckedLine, { from, to, ...flag }: LineFlag): Flag => ({
  ...flag,
  range: { place, from, to },
  also: [],
})

function inOrder(flags: readonly Flag[], lineOf: (flag: Flag) => number): readonly Flag[] {
  return flags
    .map((flag) => ({ flag, line: lineOf(flag) }))
    .toSorted(
      (a, b) => a.line - b.line || a.flag.range.from - b.flag.range.from || a.flag.range.to - b.flag.range.to,
    )
    .map(({ flag }) => flag)
}

/** How much more one kind knows than another, where two are about the same characters. */
const KNOWS = { consistency: 0, style: 1, spelling: 2 } as const

/** Of flags about exactly the same characters the one that knows most; a house rule overrules a dictionary. */
function withoutDoubles(flags: readonly Flag[]): readonly Flag[] {
  const best = new Map<string, Flag>()
  for (const flag of flags) {
    const { place, from, to } = flag.range
    const key = `${placeKey(place)}\n${from}\n${to}`
    const other = best.get(key)
    if (!other || KNOWS[flag.kind] < KNOWS[other.kind]) best.set(key, flag)
  }
  return [...best.values()]
}
