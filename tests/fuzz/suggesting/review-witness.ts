import type * as Y from 'yjs'
import { suggestionIndex } from '../../../src/domain/suggestions/suggestion-index.ts'
import { passages } from '../../../src/domain/suggestions/story-texts.ts'
import { canonical } from './canonical.ts'

/** A character as it stands in a document. */
type Sign = { readonly count: number; readonly pending: boolean; readonly struck: boolean }

/**
 * Remembers what happened to each character, every one of which is unique: at the end it is in the text, or an edit or
 * a decision took it away; it is pending or struck only where somebody suggested that, and always where they did.
 */
export class ReviewWitness {
  readonly docs: readonly Y.Doc[]
  readonly faults: { readonly kind: string; readonly detail: string }[] = []
  readonly all = new Set<string>()
  readonly gone = new Set<string>()
  readonly restored = new Set<string>()
  readonly struck = new Set<string>()
  readonly suggested = new Set<string>()
  readonly plain = new Set<string>()
  /** Whose suggestion or strike was decided, undone or redone: they may be one or the other. */
  readonly settled = new Set<string>()
  typed = 0

  constructor(docs: readonly Y.Doc[]) {
    this.docs = docs
    const [first] = docs
    if (first) for (const sign of signsOf(first).keys()) this.all.add(sign)
  }

  note(kind: string, detail: string): void {
    this.faults.push({ kind, detail })
  }

  guard(where: string, run: () => void): void {
    try {
      run()
    } catch (error) {
      const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
      this.note('exception', `${where}: ${said}`)
    }
  }

  /** One person's edit, or an undo or redo of theirs. */
  local<Result>(doc: Y.Doc, suggesting: boolean, isHistory: boolean, run: () => Result): Result {
    const before = signsOf(doc)
    const result = run()
    const after = signsOf(doc)
    for (const [sign, { struck, pending }] of after) {
      const known = before.get(sign)
      if (struck && known?.struck !== true) this.struck.add(sign)
      if (isHistory && (known?.struck !== struck || known.pending !== pending)) this.settled.add(sign)
      if (known) continue
      if (this.all.has(sign)) {
        this.restored.add(sign)
        continue
      }
      this.all.add(sign)
      this.typed += 1
      if (suggesting) this.suggested.add(sign)
      else this.plain.add(sign)
    }
    for (const [sign] of before) {
      if (after.has(sign)) continue
      this.gone.add(sign)
      const old = before.get(sign)
      if (suggesting && !isHistory && old?.pending !== true) this.note('deleted instead of struck', sign)
    }
    return result
  }

  /** A decision on what is stored. */
  decision<Result>(doc: Y.Doc, run: () => Result): Result {
    const before = signsOf(doc)
    const result = run()
    const after = signsOf(doc)
    for (const [sign, { pending, struck }] of before) {
      const now = after.get(sign)
      if (!now) this.gone.add(sign)
      else if (now.pending !== pending || now.struck !== struck) this.settled.add(sign)
    }
    return result
  }

  /** Everything has arrived everywhere. */
  end(where: string): void {
    const states = this.docs.map((doc) =>
      canonical([textState(doc), doc.getMap('origins').toJSON(), doc.getMap('suggestions').toJSON()]),
    )
    if (new Set(states).size > 1) this.note('documents diverged', where)
    const [first] = this.docs
    if (!first) return
    const signs = signsOf(first)
    for (const sign of this.all) {
      const now = signs.get(sign)
      const detail = `${where}: ${sign}`
      if (!now) {
        if (!this.gone.has(sign)) this.note('lost', detail)
        continue
      }
      if (this.gone.has(sign) && !this.restored.has(sign)) this.note('taken away but there', detail)
      if (now.count > 1) this.note(this.restored.has(sign) ? 'restored by two people' : 'doubled', detail)
      if (now.struck && !this.struck.has(sign)) this.note('struck by nobody', detail)
      if (this.settled.has(sign)) continue
      if (this.suggested.has(sign) && !now.pending) this.note('suggested became plain', detail)
      if (this.struck.has(sign) && !now.struck) this.note('a strike was lost', detail)
      if (now.pending && !this.suggested.has(sign)) this.note('plain became suggested', detail)
    }
  }
}

function signsOf(doc: Y.Doc): Map<string, Sign> {
  const signs = new Map<string, Sign>()
  const index = suggestionIndex(doc)
  for (const { text, state, head } of passages(doc.getText('body'), 'body', index)) {
    if (head) continue
    for (const sign of text.replaceAll('\n', '')) {
      const count = (signs.get(sign)?.count ?? 0) + 1
      const struck = (state?.deleted.length ?? 0) > 0
      signs.set(sign, { count, pending: typeof state?.inserted === 'string', struck })
    }
  }
  return signs
}

const textState = (doc: Y.Doc): unknown =>
  (doc.getText('body').toDelta() as { insert: unknown; attributes?: object }[]).map(
    ({ insert, attributes }) => [
      typeof insert === 'string' ? insert : ((insert as Y.Map<unknown>).toJSON?.() ?? insert),
      attributes ?? {},
    ],
  )
