import type * as Y from 'yjs'
import { encodeStateAsUpdate } from 'yjs'
import type { Block } from '../../../src/domain/story-content.ts'
import { readBlocks } from '../../../src/domain/linear-text.ts'
import { readContent } from '../../../src/domain/read-content.ts'
import { decideSuggestions } from '../../../src/domain/suggestions/decide.ts'
import { openSuggestions } from '../../../src/domain/suggestions/open-suggestions.ts'
import { Suggester } from '../../../src/domain/suggestions/suggester.ts'
import type { Writer } from '../../editor/binding/writer.ts'
import { bodyUpdate, docFrom, isTrue, openWriter } from '../../editor/binding/writer.ts'
import { chance } from '../chance.ts'
import { beginning, pick } from '../beginning.ts'
import type { Outcome } from '../run-story.ts'
import { canonical } from './canonical.ts'
import { PAIR_OPERATIONS } from './pair-operations.ts'
import { standing } from './standing.ts'

export type PairRun = { readonly seed: number; readonly steps: number; readonly history: boolean }

type Views = { readonly will: string; readonly was: string }

/**
 * One person suggests; a second editor, of a document of its own, makes the same edits directly. After every step the
 * story "as it will be" is what the direct editor holds, and "as it was" is what it was; a decision changes only what
 * it is about; at the end accepting all gives the one and rejecting all the other.
 */
export function runPair({ seed, steps, history }: PairRun): Outcome {
  const luck = chance(seed * 104_729 + 1)
  const { body, fresh } = beginning()
  const doc = docFrom(bodyUpdate(body), 100)
  let ids = 0
  let clock = 0
  const suggester = new Suggester(doc, {
    by: 'ann',
    now: () => `2026-01-01T00:00:${String(clock++ % 60).padStart(2, '0')}Z`,
    newId: () => `s${(ids += 1)}`,
  })
  const writer = openWriter(doc, { suggester })
  let direct = openWriter(docFrom(bodyUpdate(body), 200))
  const faults: { kind: string; detail: string }[] = []
  const ran: Record<string, number> = {}
  let typed = 0
  let before = viewsOf(doc)
  const past: Views[] = []
  const future: Views[] = []
  const note = (kind: string, detail: string): void => void faults.push({ kind, detail })
  const follow = (): void => {
    direct.close()
    direct = openWriter(docFrom(encodeStateAsUpdate(doc), 200 + (ids += 1)))
    decideAll(direct.doc, 'accept')
  }
  const check = (where: string, expected: Views): void => {
    if (!isTrue(writer)) note('editor differs from its text', where)
    const now = viewsOf(doc)
    if (now.was !== expected.was) note('reject differs', `${where}: ${diff(expected.was, now.was)}`)
    if (now.will !== expected.will) note('accept differs', `${where}: ${diff(expected.will, now.will)}`)
    before = now
  }
  for (let step = 0; step < steps && faults.length === 0; step++) {
    const roll = luck.next()
    const where = `seed ${seed}, step ${step}`
    const count = (name: string): void => void (ran[name] = (ran[name] ?? 0) + 1)
    writer.undo.manager.stopCapturing()
    try {
      if (history && roll < 0.1 && past.length > 0) {
        const expected = past.pop()
        future.push(before)
        writer.undo.manager.undo()
        count('undo')
        if (expected) check(`${where}, undo`, expected)
        follow()
      } else if (history && roll < 0.16 && future.length > 0) {
        const expected = future.pop()
        past.push(before)
        writer.undo.manager.redo()
        count('redo')
        if (expected) check(`${where}, redo`, expected)
        follow()
      } else if (roll > 0.86) {
        const open = openSuggestions(doc)
        if (open.length === 0) continue
        const verdict = luck.odds(0.5) ? ('accept' as const) : ('reject' as const)
        const chosen = luck.odds(0.2) ? luck.shuffle(open).slice(0, 3) : [luck.pick(open)]
        count(verdict)
        const was = before
        const decided = decideSuggestions(
          doc,
          chosen.map(({ id, mark }) => ({ suggestion: id, verdict, mark })),
          writer.undo.origin,
        )
        if (!decided.ok) note('not decided', `${where}, ${verdict}: ${decided.reason}`)
        const left = new Set(openSuggestions(doc).map(({ id }) => id))
        if (chosen.some(({ id }) => left.has(id))) note('still open', `${where}, ${verdict}`)
        const now = viewsOf(doc)
        check(
          `${where}, ${verdict}`,
          verdict === 'accept' ? { ...now, will: was.will } : { ...now, was: was.was },
        )
        past.push(was)
        future.length = 0
        if (verdict === 'reject') follow()
      } else {
        const operation = pick(PAIR_OPERATIONS, luck)
        // What was rejected can leave words without a start, which the direct editor has mended since.
        if (unitsOf(writer) !== unitsOf(direct)) follow()
        if (unitsOf(writer) !== unitsOf(direct))
          note('other units', `${where}: ${unitsOf(writer)} / ${unitsOf(direct)}`)
        const edits = operation.choose(direct, luck, fresh)
        if (!edits) continue
        const was = before
        for (const edit of edits) {
          direct.editor.view.dispatch(edit(direct.editor.state.tr, standing(direct), () => 'left'))
          const sides = luck.odds(0.5) ? 'left' : 'right'
          const earlier = viewsOf(doc)
          writer.editor.view.dispatch(edit(writer.editor.state.tr, standing(writer), () => sides))
          if (writer.undo.manager.undoStack.length > past.length) past.push(earlier)
        }
        typed += edits.length
        count(operation.name)
        const will = canonical(readBlocks(direct.text))
        check(`${where}, ${operation.name}`, { was: was.was, will })
        future.length = 0
      }
    } catch (error) {
      note(
        'exception',
        `${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      )
    }
  }
  if (faults.length === 0) {
    for (const verdict of ['accept', 'reject'] as const) {
      const fork = openWriter(docFrom(encodeStateAsUpdate(doc), 900))
      const decided = decideAll(fork.doc, verdict)
      const now = viewsOf(fork.doc)
      const expected = verdict === 'accept' ? before.will : before.was
      if (!decided.ok || openSuggestions(fork.doc).length > 0)
        note('not all decided', `seed ${seed}, ${verdict}`)
      if (now.will !== expected || now.was !== expected)
        note(`${verdict} all differs`, `seed ${seed}: ${diff(expected, now.will)}`)
      if (!isTrue(fork)) note('editor differs from its text', `seed ${seed}, ${verdict} all`)
      fork.close()
    }
  }
  writer.close()
  direct.close()
  return { ran, faults, typed }
}

function decideAll(doc: Y.Doc, verdict: 'accept' | 'reject') {
  const requests = openSuggestions(doc).map(({ id, mark }) => ({ suggestion: id, verdict, mark }))
  return decideSuggestions(doc, requests)
}

const unitsOf = (writer: Writer): string =>
  standing(writer)
    .map(({ starts, node }) => (starts ? '¶' : (node?.text?.charAt(0) ?? '⏎')))
    .join('')

function viewsOf(doc: Y.Doc): Views {
  const body = (view: 'will' | 'was'): readonly Block[] => readContent(doc, view).body
  return { will: canonical(body('will')), was: canonical(body('was')) }
}

function diff(expected: string, found: string): string {
  let at = 0
  while (at < expected.length && expected[at] === found[at]) at += 1
  return `expected …${expected.slice(Math.max(0, at - 60), at + 120)} but found …${found.slice(Math.max(0, at - 60), at + 120)}`
}

export type { Writer }
