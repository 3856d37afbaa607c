import type * as Y from 'yjs'
import { encodeStateAsUpdate } from 'yjs'
import { readContent } from '../../../src/domain/read-content.ts'
import type { DecisionRequest } from '../../../src/domain/suggestions/decide.ts'
import { decideSuggestions } from '../../../src/domain/suggestions/decide.ts'
import { openSuggestions } from '../../../src/domain/suggestions/open-suggestions.ts'
import { Suggester } from '../../../src/domain/suggestions/suggester.ts'
import { bodyUpdate, docFrom, isTrue, openWriter } from '../../editor/binding/writer.ts'
import { beginning, pick } from '../beginning.ts'
import { chance } from '../chance.ts'
import { Network } from '../network.ts'
import { HISTORY, OPERATIONS } from '../operations.ts'
import type { Outcome } from '../run-story.ts'
import { canonical } from './canonical.ts'
import { ReviewWitness } from './review-witness.ts'

export type ReviewRun = {
  readonly seed: number
  readonly people: number
  readonly steps: number
  readonly history: boolean
  /** One suggests while the others write directly, or all suggest. */
  readonly suggesting: 'one' | 'both'
}

/**
 * Several people work on one story at once, over a network that delays, reorders and doubles. Decisions are taken one
 * after the other on what is stored, as a backend takes them.
 */
export function runReview({ seed, people, steps, history, suggesting }: ReviewRun): Outcome {
  const luck = chance(seed * 15_485_863 + people)
  const { body, fresh } = beginning()
  const update = bodyUpdate(body)
  let ids = 0
  const writers = Array.from({ length: people }, (_, index) => {
    const doc = docFrom(update, 100 + index)
    const author = { by: `person ${index}`, now: () => `2026-01-01T00:00:00Z`, newId: () => `s${(ids += 1)}` }
    const suggester = suggesting === 'both' || index === 0 ? new Suggester(doc, author) : null
    return { ...openWriter(doc, { suggester }), suggester }
  })
  for (const writer of writers) writer.undo.manager.captureTimeout = luck.odds(0.5) ? 0 : 500
  const store = docFrom(update, 99)
  const network = new Network([...writers, { doc: store }], luck)
  const witness = new ReviewWitness(writers.map(({ doc }) => doc))
  const operations = history ? [...OPERATIONS, ...HISTORY] : OPERATIONS
  const ran: Record<string, number> = {}
  const count = (name: string): void => void (ran[name] = (ran[name] ?? 0) + 1)
  const decide = (doc: Y.Doc, requests: readonly DecisionRequest[], where: string): void => {
    const view = requests[0]?.verdict === 'accept' ? 'will' : 'was'
    const before = canonical(readContent(doc, view))
    const decided = witness.decision(doc, () => decideSuggestions(doc, requests))
    if (canonical(readContent(doc, view)) !== before) witness.note('a decision reached too far', where)
    if (!decided.ok) witness.note('not decided', `${where}: ${decided.reason}`)
  }
  for (let step = 0; step < steps; step++) {
    const person = luck.below(people)
    const writer = writers[person]
    if (!writer) continue
    if (luck.odds(0.08)) {
      network.hurry(person, people)
      const open = openSuggestions(store)
      if (open.length > 0) {
        const verdict = luck.odds(0.5) ? ('accept' as const) : ('reject' as const)
        const chosen = luck.odds(0.15) ? open : [luck.pick(open)]
        const where = `seed ${seed}, step ${step}, ${verdict}`
        witness.guard(where, () => {
          decide(
            store,
            chosen.map(({ id, mark }) => ({ suggestion: id, verdict, mark })),
            where,
          )
        })
        count(chosen.length > 1 ? `${verdict} all` : verdict)
      }
    } else {
      const operation = pick(operations, luck)
      const where = `seed ${seed}, step ${step}, ${operation.name}`
      witness.guard(where, () => {
        const isHistory = HISTORY.includes(operation)
        const was = wordsOf(writer.doc)
        const meant = witness.local(writer.doc, writer.suggester !== null, isHistory, () =>
          operation.run(writer, luck, fresh),
        )
        if (meant) count(operation.name)
        const kept = wordsOf(writer.doc) === was
        if (writer.suggester && !isHistory && !kept) witness.note('written instead of suggested', where)
      })
    }
    const where = `seed ${seed}, step ${step}`
    witness.guard(`${where}, network`, () => {
      network.deliver()
    })
    for (const each of writers) {
      witness.guard(where, () => {
        if (!isTrue(each)) witness.note('editor differs from its text', where)
      })
    }
  }
  const where = `seed ${seed}, the end`
  witness.guard(where, () => {
    network.deliverAll()
    network.reconnect()
    witness.end(where)
    for (const each of writers) if (!isTrue(each)) witness.note('editor differs from its text', where)
    const [first] = writers
    const shown = writers.map(({ editor }) => canonical(editor.getJSON()))
    if (new Set(shown).size > 1) witness.note('editors diverged', where)
    if (!first) return
    for (const verdict of ['accept', 'reject'] as const) {
      const clean = canonical(readContent(first.doc, verdict === 'accept' ? 'will' : 'was').body)
      const fork = openWriter(docFrom(encodeStateAsUpdate(first.doc), 900))
      const requests = openSuggestions(fork.doc).map(({ id, mark }) => ({ suggestion: id, verdict, mark }))
      decideSuggestions(fork.doc, requests)
      const after = canonical(readContent(fork.doc).body)
      if (after !== clean)
        witness.note(`${verdict} all differs from the clean copy`, `${where}: ${clean} / ${after}`)
      if (canonical(readContent(fork.doc, 'was').body) !== after)
        witness.note('not all decided', `${where}, ${verdict}`)
      if (!isTrue(fork)) witness.note('editor differs from its text', `${where}, ${verdict} all`)
      fork.close()
    }
  })
  for (const writer of writers) writer.close()
  return { ran, faults: witness.faults, typed: witness.typed }
}

/** The story as it was, but for formats: those that have leaked over a start are mended by whoever edits there. */
const wordsOf = (doc: Y.Doc): string =>
  JSON.stringify(readContent(doc, 'was'), (name, value: unknown) =>
    name === 'marks' ? undefined : value,
  ).replaceAll('"},{"text":"', '')
