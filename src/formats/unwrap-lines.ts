/** Widths at which text may have been wrapped; outside of them a line end is the writer's own. */
const NARROWEST = 50
const WIDEST = 100

const LIST_OR_INDENT = /^(?:[\t \u00a0]*(?:[•‣◦▪●■*+–—-]|\d{1,3}[.)])[\t \u00a0]|[\t \u00a0]{2,})/u

/**
 * Joins lines that were wrapped at a column. A text counts as wrapped when most of its runs of three lines and more are
 * filled as a wrapping program fills them: each line would have been too long with the next line's first word.
 * Lines that a run doesn't explain stay as they are. Blank lines separate, and come back as ''. Linear.
 */
export function unwrapLines(lines: readonly string[]): readonly string[] {
  const groups = groupsOf(lines)
  const long = groups.filter((group) => group.length >= 3)
  const wrapped = long.filter((group) => isFilled(group, widthOf(group)))
  if (wrapped.length === 0 || wrapped.length * 2 < long.length) return lines
  const width = Math.max(...wrapped.slice(0, 1000).map(widthOf))
  const out: string[] = []
  for (const group of groups) {
    out.push('')
    if (group.length > 1 && widthOf(group) <= width && isFilled(group, width)) {
      out.push(group.map((line) => line.trim()).join(' '))
    } else out.push(...group)
  }
  return out
}

function groupsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = []
  let open = false
  for (const line of lines) {
    const blank = line.trim() === ''
    if (!blank && open && !LIST_OR_INDENT.test(line)) groups.at(-1)?.push(line)
    else if (!blank) groups.push([line])
    open = !blank
  }
  return groups
}

function widthOf(group: readonly string[]): number {
  let width = 0
  for (const line of group) width = Math.max(width, line.trimEnd().length)
  return width
}

function isFilled(group: readonly string[], width: number): boolean {
  if (width < NARROWEST || width > WIDEST) return false
  return group.every((line, index) => {
    const next = group[index + 1]
    if (next === undefined) return true
    const word = /^\S+/.exec(next.trimStart().slice(0, WIDEST + 1))?.[0] ?? ''
    return line.trimEnd().length + 1 + word.length > width
  })
}
