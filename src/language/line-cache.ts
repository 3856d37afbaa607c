import type { CheckedLine } from '../domain/checks/checked-story.ts'
import type { LineFlag } from '../domain/checks/flag.ts'
import type { LineFacts } from './consistency/line-facts.ts'
import type { LineReading } from './readability.ts'

/** What is known of a line, by what it says: wherever it stands, and however often. */
export type KnownLine = {
  readonly line: CheckedLine
  readonly flags: readonly LineFlag[]
  readonly facts: LineFacts
  readonly reading: LineReading | null
  /** Null until it was looked at for them. */
  style: readonly LineFlag[] | null
  spelling: readonly LineFlag[] | null
}

/** What is known of a line as soon as it is looked at. */
type AtOnce = Pick<KnownLine, 'flags' | 'facts' | 'reading'>

/** Keeps what is known of the lines of a story, so that only what changed is looked at anew. */
export class LineCache {
  #known = new Map<string, KnownLine>()
  readonly #read: (line: CheckedLine) => AtOnce

  /** `read` looks at a line that was not seen before. */
  constructor(read: (line: CheckedLine) => AtOnce) {
    this.#read = read
  }

  /** What is known of each of these lines; all others are forgotten. */
  keep(lines: readonly CheckedLine[]): readonly KnownLine[] {
    const kept = new Map<string, KnownLine>()
    const found = lines.map((line) => {
      const key = `${line.part}\n${line.kind ?? ''}\n${line.signs}`
      const known = kept.get(key) ??
        this.#known.get(key) ?? { line, ...this.#read(line), style: null, spelling: null }
      kept.set(key, known)
      return known
    })
    this.#known = kept
    return found
  }

  clear(): void {
    this.#known = new Map()
  }
}
