import type { CheckReport } from '../domain/checks/check-report.ts'
import type { CheckSettings } from '../domain/checks/check-settings.ts'
import type { CheckedStory } from '../domain/checks/checked-story.ts'
import type { Ignored } from '../domain/checks/ignored.ts'
import { LINE_CHECKS } from './consistency/line-checks.ts'
import { lineFacts } from './consistency/line-facts.ts'
import type { KnownLine } from './line-cache.ts'
import { LineCache } from './line-cache.ts'
import type { LineRunner } from './line-runner.ts'
import { makeReport } from './make-report.ts'
import { readLine } from './readability.ts'
import { readWhole, type WholeStory } from './read-whole.ts'

/** Characters of lines that are looked at in one go after a change; a paragraph that changes meanwhile waits for no more than that. */
const BATCH = 2000
/** Each further one is twice as large, up to this: it costs less, and what changed is among the first. */
const LARGEST = 8000
/** Batches that are asked for together: the speller reads one while what harper said of another is judged. */
const TOGETHER = { style: 1, spelling: 2 } as const
/** Milliseconds between two reports of a story that is being looked at for the first time. */
const REPORT_EVERY = 250

export type CheckerParts = {
  readonly style: LineRunner
  readonly spelling: LineRunner
  /** How the runners are, as they say it themselves. */
  readonly states: () => Pick<CheckReport, 'speller' | 'stopped' | 'broken'>
  readonly report: (report: CheckReport) => void
  /** Milliseconds that only grow. */
  readonly clock: () => number
}

/**
 * Looks at a story, and again at what changed of it. Consistency is known at once; style and spelling come from their
 * runners, what changed last first, and each time that something came all is reported anew.
 */
export class Checker {
  readonly #parts: CheckerParts
  readonly #cache: LineCache
  #settings: CheckSettings
  #story: CheckedStory | null = null
  #ignored: readonly Ignored[] = []
  #known: readonly KnownLine[] = []
  #whole: WholeStory | null = null
  /** Lines that came with the last look. */
  #fresh: readonly KnownLine[] = []
  /** Lines in the order in which they are to be looked at: what changed last first. */
  #order: readonly KnownLine[] = []
  readonly #running = { style: 0, spelling: 0 }
  /** Lines that were asked for and have no answer yet. */
  readonly #asked = { style: new Set<KnownLine>(), spelling: new Set<KnownLine>() }
  #reported = Number.NEGATIVE_INFINITY
  #said = ''
  #isClosed = false

  constructor(settings: CheckSettings, parts: CheckerParts) {
    this.#settings = settings
    this.#parts = parts
    this.#cache = new LineCache((line) => ({
      flags: LINE_CHECKS.flatMap((check) => check(line, this.#settings)),
      facts: lineFacts(line),
      reading: readLine(line),
    }))
  }

  /** Other settings hold from now on; what the runners said is asked anew. */
  set(settings: CheckSettings): void {
    this.#settings = settings
    this.#cache.clear()
    this.#known = []
    if (this.#story) this.look(this.#story, this.#ignored)
  }

  /** This is how the story stands now, and what in it may stand. */
  look(story: CheckedStory, ignored: readonly Ignored[]): void {
    const before = new Set(this.#known)
    this.#story = story
    this.#ignored = ignored
    this.#known = this.#cache.keep(story.lines)
    this.#whole = null
    this.#fresh = this.#known.filter((known) => !before.has(known))
    this.#order = [...this.#fresh, ...this.#known.filter((known) => before.has(known))]
    // The runners are asked first: they look at the lines while the story is looked at here.
    for (const what of ['style', 'spelling'] as const)
      for (let free = TOGETHER[what] - this.#running[what]; free > 0; free--) void this.#run(what)
    this.#report(true)
  }

  /** Reports nothing more. The runners go on, for others. */
  close(): void {
    this.#isClosed = true
  }

  async #run(what: 'style' | 'spelling'): Promise<void> {
    this.#running[what] += 1
    try {
      let order: readonly KnownLine[] | null = null
      let size = BATCH
      for (;;) {
        size = order === this.#order ? Math.min(2 * size, LARGEST) : BATCH
        order = this.#order
        const batch = this.#batch(what, size)
        if (batch.length === 0 || this.#isClosed) break
        const settings = this.#settings
        for (const known of batch) this.#asked[what].add(known)
        const found = await this.#parts[what].check(batch.map(({ line }) => line))
        for (const known of batch) this.#asked[what].delete(known)
        // What was asked under other settings says nothing about these.
        if (settings !== this.#settings) continue
        batch.forEach((known, index) => {
          known[what] = found[index] ?? []
        })
        // Who changed a paragraph waits for what is said of it, whatever else is still to be looked at.
        this.#report(
          batch.some((known) => this.#fresh.includes(known)) &&
            this.#fresh.every((known) => known[what] !== null),
        )
      }
    } finally {
      this.#running[what] -= 1
    }
  }

  #batch(what: 'style' | 'spelling', size: number): readonly KnownLine[] {
    const batch: KnownLine[] = []
    let length = 0
    for (const known of this.#order) {
      if (known[what] !== null || this.#asked[what].has(known)) continue
      batch.push(known)
      length += known.line.signs.length
      if (length >= size) break
    }
    return batch
  }

  #report(isUrgent: boolean): void {
    if (!this.#story || this.#isClosed) return
    const isComplete = this.#known.every(({ style, spelling }) => style !== null && spelling !== null)
    const now = this.#parts.clock()
    if (!isUrgent && !isComplete && now - this.#reported < REPORT_EVERY) return
    this.#reported = now
    this.#whole ??= readWhole(this.#story, this.#known, this.#settings)
    const report = makeReport({
      story: this.#story,
      known: this.#known,
      whole: this.#whole,
      ignored: this.#ignored,
      settings: this.#settings,
      isComplete,
      ...this.#parts.states(),
    })
    const said = JSON.stringify(report)
    if (said === this.#said) return
    this.#said = said
    this.#parts.report(report)
  }
}
