import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { beforeEffect } from '../../../src/backends/http/before-effect.ts'
import { hasAllFor } from '../../../src/backends/http/has-all.ts'
import { isIncomplete } from '../../../src/rules/apply-updates.ts'

type Edit = { readonly isWord: boolean; readonly at: number }
const edits = (maxLength: number) =>
  fc.array(fc.record({ isWord: fc.boolean(), at: fc.nat(20) }), { maxLength })

/** Each edit writes a character that is used once, or deletes one; answers with what was written and what deleted. */
class Writer {
  readonly doc = new Y.Doc()
  readonly written: string[] = []
  readonly deleted: string[] = []

  constructor(state: Uint8Array) {
    Y.applyUpdate(this.doc, state)
  }

  get text(): Y.Text {
    return this.doc.getText('headline')
  }

  write(all: readonly Edit[], first: number): Uint8Array {
    const before = Y.encodeStateAsUpdate(this.doc)
    this.doc.transact(() => {
      for (const [count, { isWord, at }] of all.entries()) {
        const { length } = this.text
        if (isWord) {
          const word = String.fromCodePoint(first + count)
          this.text.insert(Math.min(at, length), word)
          this.written.push(word)
        } else if (length > 0) {
          this.deleted.push(this.text.toJSON().charAt(at % length))
          this.text.delete(at % length, 1)
        }
      }
    })
    return Y.diffUpdate(Y.encodeStateAsUpdate(this.doc), Y.encodeStateVectorFromUpdate(before))
  }
}

test('a decision that came in one message with what others wrote before and after it is undone alone, and nothing else is', () => {
  fc.assert(
    fc.property(edits(6), edits(8), edits(8), edits(8), (base, before, decided, after) => {
      const start = new Writer(new Uint8Array([0, 0]))
      start.write(base, 0x4e00)
      const state = Y.encodeStateAsUpdate(start.doc)
      const earlier = new Writer(state)
      const one = earlier.write(before, 0x5000)
      const decider = new Writer(Y.encodeStateAsUpdate(earlier.doc))
      let effect: Uint8Array = new Uint8Array([0, 0])
      decider.doc.on('update', (update: Uint8Array) => {
        effect = update
      })
      decider.write(decided, 0x5200)
      const later = new Writer(Y.encodeStateAsUpdate(decider.doc))
      const two = later.write(after, 0x5400)
      const message = Y.mergeUpdates([one, effect, two])

      const editor = new Y.Doc()
      Y.applyUpdate(editor, state)
      const manager = new Y.UndoManager(editor.getText('headline'), { trackedOrigins: new Set(['maker']) })
      const news = beforeEffect(editor, [message], effect)
      Y.applyUpdate(editor, news, 'others')
      expect([isIncomplete(editor), hasAllFor(editor, effect)]).toEqual([false, true])
      expect(editor.getText('headline').toJSON()).not.toMatch(/[\u5200-\u53ff]/u)
      Y.applyUpdate(editor, effect, 'maker')
      expect(isIncomplete(editor)).toBe(false)
      Y.applyUpdate(editor, message, 'others')
      expect(editor.getText('headline').toJSON()).toBe(later.text.toJSON())

      expect(manager.undoStack.length).toBeLessThan(2)
      manager.undo()
      const shown = editor.getText('headline').toJSON().split('').toSorted()
      const others = [...start.written, ...earlier.written, ...later.written]
      const gone = new Set([...start.deleted, ...earlier.deleted, ...later.deleted])
      expect(shown).toEqual(others.filter((word) => !gone.has(word)).toSorted())
    }),
    { numRuns: 300 },
  )
})

test('what somebody else deletes is deleted, but for what the decision deletes, too', () => {
  const start = new Y.Doc()
  start.getText('t').insert(0, 'abcdef')
  const state = Y.encodeStateAsUpdate(start)
  const other = new Y.Doc()
  Y.applyUpdate(other, state)
  other.getText('t').delete(1, 4)
  const decider = new Y.Doc()
  Y.applyUpdate(decider, state)
  let effect: Uint8Array = new Uint8Array([0, 0])
  decider.on('update', (update: Uint8Array) => {
    effect = update
  })
  decider.getText('t').delete(2, 2)
  const editor = new Y.Doc()
  Y.applyUpdate(editor, state)
  const both = Y.mergeUpdates([Y.encodeStateAsUpdate(other), effect])
  Y.applyUpdate(editor, beforeEffect(editor, [both], effect))
  expect(editor.getText('t').toJSON()).toBe('acdf')
})
