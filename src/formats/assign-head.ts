import type { Head } from './find-head.ts'
import type { RecognitionSettings, Target } from './recognition.ts'
import { isBareSlug } from './rules/label.ts'
import { isOrganisation } from './rules/organisations.ts'
import { isKnownSection, looksLikeSection } from './rules/section.ts'
import { lineText, type SourceLine } from './source-line.ts'

const words = (text: string): number => text.split(/\s+/).length
const isSentence = (text: string): boolean => /[.]["'”’)]?$/.test(text)
const isParagraph = (text: string): boolean => words(text) >= 20 || /[.!?]["'”’)]?$/.test(text)

/** The headline of a page is at most this far down. */
const TITLE_DEPTH = 40

/**
 * Where the lines go that no head rule knows: slug, section, headline and dek by their order and shape, above the body
 * only. Lines that are in no entry go to the body.
 */
export function assignHead(
  lines: readonly SourceLine[],
  head: Head,
  settings: RecognitionSettings,
): ReadonlyMap<number, Target> {
  const out = new Map<number, Target>()
  const given = new Set(head.parts.flatMap((parts) => parts ?? []).map((part) => part.target))
  const free: number[] = []
  const title = lines.slice(0, TITLE_DEPTH).findIndex((line) => line.kind === 'heading1')
  const end = head.end > 0 || head.dateline !== null ? head.end : weakEnd(lines)
  lines.slice(0, Math.max(end, title + 1)).forEach((line, index) => {
    if (head.parts[index] !== null && head.parts[index] !== undefined) return
    if (index === title) out.set(index, 'headline')
    else if (line.says === 'section' || line.says === 'dek') out.set(index, line.says)
    else if (line.says === '' && line.kind !== 'picture' && line.kind !== 'rule' && index < end)
      free.push(index)
  })
  const text = (index: number | undefined): string => {
    const line = index === undefined ? undefined : lines[index]
    return line === undefined ? '' : lineText(line)
  }
  const has = (target: Target): boolean => given.has(target) || [...out.values()].includes(target)
  const take = (target: Target): void => {
    const index = free.shift()
    if (index !== undefined) out.set(index, target)
  }
  const above = (): boolean => title < 0 || (free[0] ?? Infinity) < title
  if (!has('slug') && free.length > 0 && above() && isBareSlug(text(free[0]))) take('slug')
  const more = free.length > 1 || (title >= 0 && (free[0] ?? Infinity) < title)
  if (
    !has('section') &&
    more &&
    above() &&
    isSection(text(free[0]), text(free[1] ?? title), free.length, settings)
  ) {
    take('section')
  }
  if (title >= 0) while ((free[0] ?? Infinity) < title) free.shift()
  if (!has('headline') && free.length > 0 && words(text(free[0])) <= 40) take('headline')
  if (!has('organisation') && isSignature(text(free[0]))) take('organisation')
  const next = free[0]
  if (!has('dek') && next !== undefined && isDek(lines, head, next, text(next))) take('dek')
  const page = lines.findIndex((line) => line.says === 'page title')
  if (page >= 0 && !has('headline')) out.set(page, 'headline')
  return out
}

/** A line of its own under the headline that names an organisation. */
const isSignature = (text: string): boolean =>
  isOrganisation(text) && words(text) <= 4 && !/[.:!?]$/.test(text)

function isSection(line: string, next: string, count: number, settings: RecognitionSettings): boolean {
  if (isKnownSection(line, settings.sections)) return true
  return looksLikeSection(line) && words(next) >= 4 && (words(line) === 1 || count >= 3)
}

/** A line under the headline is the dek if more of the head follows below, or if it is no sentence. */
function isDek(lines: readonly SourceLine[], head: Head, index: number, text: string): boolean {
  if (words(text) > 60) return false
  const below = head.parts.slice(index + 1).some((parts) => parts !== null)
  const before = head.parts.slice(0, index).some((parts) => parts !== null)
  return (
    below ||
    head.dateline !== null ||
    (!isSentence(text) && !before && words(text) >= 4 && lines.length > index + 1)
  )
}

/** Where nothing is known: a first line that is no paragraph, then at most one section and one dek before paragraphs. */
function weakEnd(lines: readonly SourceLine[]): number {
  const texts = lines
    .slice(0, 4)
    .map((line) => (line.kind === 'paragraph' || line.kind.startsWith('heading') ? lineText(line) : null))
  const [first, second, third, fourth] = texts
  if (first === undefined || first === null || words(first) > 30 || isSentence(first)) return 0
  if (typeof second !== 'string' || isParagraph(second)) return 1
  if (typeof third === 'string' && isParagraph(third)) return 2
  if (typeof fourth === 'string' && isParagraph(fourth) && looksLikeSection(first)) return 3
  return 1
}
