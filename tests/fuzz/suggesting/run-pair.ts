import type * as Y from 'yjs'
import { encodeStateAsUpdate } from 'yjs'
import { readContent } from '../../../src/domain/read-content.ts'
import { seedUpdate } from '../../../src/domain/story-doc.ts'
import type { Decided } from '../../../src/domain/suggestions/decide.ts'
import { decideSuggestions } from '../../../src/domain/suggestions/decide.ts'
import { openSuggestions } from '../../../src/domain/suggestions/open-suggestions.ts'
import { Suggester } from '../../../src/domain/suggestions/suggester.ts'
import type { Writer } from '../../editor/binding/writer.ts'
import { docFrom } from '../../editor/binding/writer.ts'
import { pick } from '../beginning.ts'
import type { Chance } from '../chance.ts'
import { chance } from '../chance.ts'
import type { Outcome } from '../run-story.ts'
import { canonical } from './canonical.ts'
import { FIELD_OPERATIONS } from './field-operations.ts'
import { LINE_OPERATIONS, PAIR_OPERATIONS } from './pair-operations.ts'
import type { EditedText, Side } from './side.ts'
import { firstStory, isSideTrue, openSide, TEXTS } from './side.ts'
import { standing } from './standing.ts'

export type PairRun = { readonly seed: number; readonly steps: number; readonly history: boolean }

type Views = { readonly will: string; readonly was: string }

/**
 * One person suggests; a second one makes the same edits directly, in a document of their own. After every step the
 * story "as it will be" is what the direct one holds, and "as it was" is what it was; a decision changes only what it
 * is about; undo gives both back; at the end accepting all gives the one and rejecting all the other.
 */
export function runPair({ seed, steps, history }: PairRun): Outcome {
  const pair = new Pair(seed, chance(seed * 104_729 + 1))
  for (let step = 0; step < steps && pair.faults.length === 0; step++) {
    pair.where = `seed ${seed}, step ${step}`
    try {
      pair.step(history)
    } catch (error) {
      pair.note('exception', error instanceof Error ? (error.stack ?? error.message) : String(error))
    }
  }
  if (pair.faults.length === 0) pair.end()
  pair.suggesting.close()
  pair.direct.close()
  return { ran: pair.ran, faults: pair.faults, typed: pair.typed }
}

class Pair {
  readonly luck: Chance
  readonly fresh: (count: number) => string
  readonly suggesting: Side
  direct: Side
  readonly faults: { kind: string; detail: string }[] = []
  readonly ran: Record<string, number> = {}
  typed = 0
  where = ''
  before: Views
  /** What each step of undo, and of redo, will bring back. */
  readonly past: Views[] = []
  readonly future: Views[] = []
  #ids = 0

  constructor(seed: number, luck: Chance) {
    this.luck = luck
    const { content, fresh } = firstStory()
    this.fresh = fresh
    const update = seedUpdate(content, 1)
    const doc = docFrom(update, 100)
    const author = { by: 'ann', now: () => `2026-01-01T00:00:00Z`, newId: () => `s${(this.#ids += 1)}` }
    this.suggesting = openSide(doc, new Suggester(doc, author))
    this.direct = openSide(docFrom(update, 200), null)
    this.before = viewsOf(doc)
    this.where = `seed ${seed}`
  }

  note(kind: string, detail: string): void {
    this.faults.push({ kind, detail: `${this.where}: ${detail}` })
  }

  step(history: boolean): void {
    const roll = this.luck.next()
    this.suggesting.undo.manager.stopCapturing()
    if (history && roll < 0.1 && this.past.length > 0) this.back('undo', this.past, this.future)
    else if (history && roll < 0.16 && this.future.length > 0) this.back('redo', this.future, this.past)
    else if (roll > 0.86) this.decide()
    else if (roll > 0.76) this.writeField()
    else this.write()
  }

  /** The direct one goes on from what the suggesting one's story will be. */
  follow(): void {
    this.direct.close()
    const doc = docFrom(encodeStateAsUpdate(this.suggesting.doc), 200 + (this.#ids += 1))
    decideAll(doc, 'accept')
    this.direct = openSide(doc, null)
  }

  check(what: string, expected: Views): void {
    this.ran[what] = (this.ran[what] ?? 0) + 1
    if (!isSideTrue(this.suggesting)) this.note('editor differs from its text', what)
    const now = viewsOf(this.suggesting.doc)
    if (now.was !== expected.was) this.note('reject differs', `${what}: ${diff(expected.was, now.was)}`)
    if (now.will !== expected.will) this.note('accept differs', `${what}: ${diff(expected.will, now.will)}`)
    this.before = now
  }

  back(what: 'undo' | 'redo', from: Views[], to: Views[]): void {
    const expected = from.pop()
    to.push(this.before)
    this.suggesting.undo.manager[what]()
    if (expected) this.check(what, expected)
    this.follow()
  }

  decide(): void {
    const { doc, undo } = this.suggesting
    const open = openSuggestions(doc)
    if (open.length === 0) return
    const verdict = this.luck.odds(0.5) ? ('accept' as const) : ('reject' as const)
    const chosen = this.luck.odds(0.2) ? this.luck.shuffle(open).slice(0, 3) : [this.luck.pick(open)]
    const was = this.before
    const requests = chosen.map(({ id, mark }) => ({ suggestion: id, verdict, mark }))
    const decided = decideSuggestions(doc, requests, undo.origin)
    if (!decided.ok) this.note('not decided', `${verdict}: ${decided.reason}`)
    const left = new Set(openSuggestions(doc).map(({ id }) => id))
    if (chosen.some(({ id }) => left.has(id))) this.note('still open', verdict)
    const now = viewsOf(doc)
    this.check(verdict, verdict === 'accept' ? { ...now, will: was.will } : { ...now, was: was.was })
    this.keepPast(was)
    if (verdict === 'reject') this.follow()
  }

  writeField(): void {
    const operation = pick(FIELD_OPERATIONS, this.luck)
    const story = readContent(this.direct.doc)
    const write = operation.choose(story, this.luck, () => `id${(this.#ids += 1)}`)
    if (!write) return
    const was = this.before
    for (const { doc, pen, undo } of [this.direct, this.suggesting])
      doc.transact(() => write(pen), undo.origin)
    this.check(operation.name, { was: was.was, will: viewsOf(this.direct.doc).will })
    this.keepPast(was)
  }

  write(): void {
    const roll = this.luck.next()
    const name: EditedText = roll < 0.8 ? 'body' : roll < 0.9 ? 'headline' : 'caption:photo'
    const operation = pick(name === 'body' ? PAIR_OPERATIONS : LINE_OPERATIONS, this.luck)
    // What was rejected can leave words without a start, which the direct editor has mended since.
    if (!this.isAlike()) this.follow()
    if (!this.isAlike()) this.note('other units', operation.name)
    const [writer, direct] = [this.suggesting.writers[name], this.direct.writers[name]]
    const edits = operation.choose(direct, this.luck, this.fresh)
    if (!edits) return
    const was = this.before
    for (const edit of edits) {
      const { state, view } = direct.editor
      view.dispatch(edit(state.tr, standing(direct), () => 'left'))
      const side = this.luck.odds(0.5) ? 'left' : 'right'
      const earlier = viewsOf(this.suggesting.doc)
      writer.editor.view.dispatch(edit(writer.editor.state.tr, standing(writer), () => side))
      this.keepPast(earlier)
    }
    this.typed += edits.length
    this.check(operation.name, { was: was.was, will: viewsOf(this.direct.doc).will })
  }

  /** A new step of undo leads back to what was before it. */
  keepPast(earlier: Views): void {
    if (this.suggesting.undo.manager.undoStack.length > this.past.length) this.past.push(earlier)
    this.future.length = 0
  }

  isAlike(): boolean {
    return TEXTS.every(
      (name) => unitsOf(this.suggesting.writers[name]) === unitsOf(this.direct.writers[name]),
    )
  }

  end(): void {
    for (const verdict of ['accept', 'reject'] as const) {
      const fork = openSide(docFrom(encodeStateAsUpdate(this.suggesting.doc), 900), null)
      const decided = decideAll(fork.doc, verdict)
      const now = viewsOf(fork.doc)
      const expected = verdict === 'accept' ? this.before.will : this.before.was
      if (!decided.ok || openSuggestions(fork.doc).length > 0) this.note('not all decided', verdict)
      if (now.will !== expected || now.was !== expected)
        this.note(`${verdict} all differs`, diff(expected, now.will))
      if (!isSideTrue(fork)) this.note('editor differs from its text', `${verdict} all`)
      fork.close()
    }
  }
}

function decideAll(doc: Y.Doc, verdict: 'accept' | 'reject'): Decided {
  const requests = openSuggestions(doc).map(({ id, mark }) => ({ suggestion: id, verdict, mark }))
  return decideSuggestions(doc, requests)
}

const unitsOf = (writer: Writer): string =>
  standing(writer)
    .map(({ starts, node }) => (starts ? '¶' : (node?.text?.charAt(0) ?? '⏎')))
    .join('')

const viewsOf = (doc: Y.Doc): Views => ({
  will: canonical(readContent(doc, 'will')),
  was: canonical(readContent(doc, 'was')),
})

function diff(expected: string, found: string): string {
  let at = 0
  while (at < expected.length && expected[at] === found[at]) at += 1
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 120)
  return `expected …${around(expected)} but found …${around(found)}`
}
