import type { Figure } from '../facts/read-figures.ts'
import { flagAt, type Spot } from './flag-at.ts'
import { partName, type ReadLine, type StoryCheck } from './read-story.ts'

type Counted = Figure & { readonly spot: Spot }

/** Things counted by what befell them, which need nothing else in common to be the same. */
const TOLLS: ReadonlySet<string> = new Set(['killed', 'hurt', 'missing', 'arrested'])

/** A count, a sum or a percentage that headline, dek or caption give, and that the body gives differently. */
export const figuresDiffer: StoryCheck = ({ heads, body }) => {
  const inHeads = figuresOf(heads).filter(({ key, isLoose }) => key !== '' && !isLoose)
  if (inHeads.length === 0) return []
  const inBody = figuresOf(body)
  const byKey = new Map<string, Counted[]>()
  for (const figure of inBody) {
    const same = byKey.get(figure.key)
    if (same) same.push(figure)
    else byKey.set(figure.key, [figure])
  }
  const flagged = new Set<string>()
  return inHeads.flatMap((head) => {
    const others =
      byKey.get(head.key) ??
      inHeads.filter(({ key, spot }) => key === head.key && spot.at.line.part !== head.spot.at.line.part)
    const other = others[0]
    if (!other || !differ(head, others, inBody)) return []
    const pair = [head.spot, other.spot]
      .map(({ stretch, at }) => `${at.line.part} ${stretch.from}`)
      .sort()
      .join()
    if (flagged.has(pair)) return []
    flagged.add(pair)
    const shown = (of: Counted): string => `“${of.spot.at.line.signs.slice(of.from, of.to)}”`
    return [
      flagAt(
        'figures-differ',
        head.spot,
        `${shown(head)} here in the ${partName(head.spot.at.line)}, ${shown(other)} in the ${partName(other.spot.at.line)}: the same thing seems to be counted.`,
        { also: [other.spot] },
      ),
    ]
  })
}

const figuresOf = (lines: readonly ReadLine[]): readonly Counted[] =>
  lines.flatMap((at) =>
    at.facts.figures.map((figure) => ({
      ...figure,
      spot: { at, stretch: { from: figure.from, to: figure.to } },
    })),
  )

/** The body has one other value, nowhere the head's own, and speaks about the same. */
function differ(head: Counted, others: readonly Counted[], inBody: readonly Counted[]): boolean {
  const [other] = others
  if (!other || others.some(({ isLoose, value }) => isLoose || value !== other.value)) return false
  if (inBody.some((figure) => isEqual(head, figure))) return false
  if (isEqual(head, other)) return false
  if (TOLLS.has(head.key)) return true
  const shared = new Set(other.around)
  const common = new Set(
    head.around.filter((stem) => shared.has(stem) && !head.key.startsWith(stem.slice(0, 4))),
  ).size
  const isSum = head.key === 'percent' || head.key.startsWith('money')
  const isNear = head.value < other.value * 2 && other.value < head.value * 2
  return isSum ? (common >= 2 || (common === 1 && head.around.length < 4)) && isNear : common >= 1
}

/** The same number, or one that is the other rounded. */
const isEqual = (a: Figure, b: Figure): boolean => {
  const step = Math.max(a.step, b.step)
  return a.value === b.value || (step !== Math.min(a.step, b.step) && Math.abs(a.value - b.value) <= step)
}
