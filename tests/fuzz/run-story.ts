import { bodyUpdate, docFrom, openWriter } from '../editor/binding/writer.ts'
import { beginning, pick } from './beginning.ts'
import { chance } from './chance.ts'
import { Network } from './network.ts'
import type { Operation } from './operations.ts'
import { HISTORY, OPERATIONS } from './operations.ts'
import { Witness } from './witness.ts'

export type StoryRun = {
  readonly seed: number
  readonly people: number
  readonly steps: number
  readonly history: boolean
}

/** What a run of one story showed. */
export type Outcome = {
  /** How often each operation really ran. */
  readonly ran: Readonly<Record<string, number>>
  /** What is wrong: kind of fault and where. */
  readonly faults: readonly { readonly kind: string; readonly detail: string }[]
  readonly typed: number
}

/** Several people write one story at once, over a network that delays, reorders and doubles what they send. */
export function runStory({ seed, people, steps, history }: StoryRun): Outcome {
  const luck = chance(seed * 7919 + people)
  const { body, fresh } = beginning()
  const update = bodyUpdate(body)
  const writers = Array.from({ length: people }, (_, index) => openWriter(docFrom(update, 100 + index)))
  for (const writer of writers) writer.undo.manager.captureTimeout = luck.odds(0.5) ? 0 : 500
  const network = new Network(writers, luck)
  const witness = new Witness(writers, history)
  const operations = history ? [...OPERATIONS, ...HISTORY] : OPERATIONS
  const ran: Record<string, number> = {}
  for (let step = 0; step < steps; step++) {
    const writer = luck.pick(writers)
    const act = (operation: Operation): void => {
      const where = `seed ${seed}, step ${step}, ${operation.name}`
      witness.guard(where, () => {
        const isHistory = HISTORY.includes(operation)
        const meant = witness.local(writer, where, () => operation.run(writer, luck, fresh), isHistory)
        if (meant) ran[operation.name] = (ran[operation.name] ?? 0) + 1
      })
    }
    const operation = pick(operations, luck)
    const where = `seed ${seed}, step ${step}, ${operation.name}`
    act(operation)
    // Any edit empties the redo stack, so redo comes right after undo or hardly ever.
    for (let k = 0; operation.name === 'undo' && k < 3 && luck.odds(0.6); k++) HISTORY.forEach(act)
    witness.guard(`${where}, network`, () => {
      network.deliver()
    })
    witness.editors(where)
  }
  witness.guard(`seed ${seed}, the end`, () => {
    network.deliverAll()
    if (network.reconnect()) witness.note('Yjs left updates waiting', `seed ${seed}`)
  })
  witness.editors(`seed ${seed}, the end`)
  witness.end(`seed ${seed}`)
  for (const writer of writers) writer.close()
  return { ran, faults: witness.faults, typed: witness.typed }
}
