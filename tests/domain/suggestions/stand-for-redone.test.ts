import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readContent } from '../../../src/domain/read-content.ts'
import { createStoryUndo } from '../../../src/domain/story-undo.ts'
import { authorsOf } from '../../../src/domain/story-doc.ts'
import { remove } from '../../../src/domain/remove-units.ts'
import { openSuggestions } from '../../../src/domain/suggestions/open-suggestions.ts'
import { enterMode } from '../../../src/domain/suggestions/suggester.ts'
import { suggestionIndex } from '../../../src/domain/suggestions/suggestion-index.ts'
import { docState, idAt } from '../../../src/domain/yjs-items.ts'
import { copyOf, meet } from '../documents.ts'
import { body, decide, drawn, indexIn, openIds, reviewer, storyOf } from './reviewed.ts'

/** Ann with an undo of her own; each edit is a step. */
function ann(doc: Y.Doc) {
  const { manager, origin } = createStoryUndo(doc)
  const one = reviewer(doc, 'ann', 'body', origin)
  manager.captureTimeout = 0
  const cut = (words: string): void => {
    doc.transact(() => {
      enterMode(doc, null)
      remove(one.text, indexIn(one.text, words), words.length)
    }, origin)
  }
  return { ...one, manager, origin, cut }
}

const canonicalAt = (doc: Y.Doc, words: string) => {
  const id = idAt(doc.getText('body'), indexIn(doc.getText('body'), words))
  return id && suggestionIndex(doc).origins.canonical(id)
}

describe('what undo brings back is what it was', () => {
  it('goes by the id that it had, however often', () => {
    const doc = storyOf('Alpha beta gamma.')
    const { cut, manager } = ann(doc)
    const before = canonicalAt(doc, 'beta')
    cut('beta')
    for (let k = 0; k < 3; k++) {
      manager.undo()
      expect(canonicalAt(doc, 'beta')).toEqual(before)
      expect(idAt(doc.getText('body'), indexIn(doc.getText('body'), 'beta'))).not.toEqual(before)
      manager.redo()
      expect(body(doc)).toEqual(['Alpha  gamma.'])
    }
  })

  it('is still struck, set or pending', () => {
    const doc = storyOf('Alpha beta gamma.')
    const one = ann(doc)
    reviewer(doc, 'ben').strike('beta')
    reviewer(doc, 'cat').format('gamma', { bold: true })
    reviewer(doc, 'dan').insert('new ', 'Alpha')
    const [shown, marks] = [drawn(doc), openSuggestions(doc)]
    one.cut('new Alpha beta gamma')
    expect(openIds(doc)).toEqual([])
    one.manager.undo()
    expect([drawn(doc), openSuggestions(doc)]).toEqual([shown, marks])
    decide(doc, 'accept')
    expect(body(doc)).toEqual(['new Alpha  *gamma*.'])
  })

  it('a struck author, too', () => {
    const doc = storyOf('Alpha.')
    const { manager, origin } = ann(doc)
    const { suggester } = reviewer(doc, 'ben')
    doc.transact(() => suggester.deleteItem(authorsOf(doc), 'ada', 's'))
    doc.transact(() => authorsOf(doc).delete('ada'), origin)
    expect(openIds(doc)).toEqual([])
    manager.undo()
    expect(openIds(doc)).toEqual(['s'])
    decide(doc, 'accept')
    expect(readContent(doc).authors).toEqual([])
  })

  it('is no suggestion, though its client is suggesting', () => {
    const doc = storyOf('Alpha beta gamma.')
    const one = ann(doc)
    one.cut('beta')
    one.insert('new ', 'gamma')
    one.manager.undo()
    one.manager.undo()
    expect([drawn(doc), openIds(doc)]).toEqual(['¶Alpha beta gamma.', []])
  })

  it('what is suggested next begins a suggestion as ever', () => {
    const doc = storyOf('Alpha beta gamma.')
    const one = ann(doc)
    const first = one.insert('new ', 'beta')
    one.cut('gamma')
    one.manager.undo()
    one.insert('er', ' beta', first)
    expect(drawn(doc)).toBe('¶Alpha [+newer ]beta gamma.')
  })

  it('what its client writes next without a word about it is plain', () => {
    const doc = storyOf('Alpha beta gamma.')
    const one = ann(doc)
    one.insert('new ', 'beta')
    one.strike('gamma')
    one.manager.undo()
    one.manager.undo()
    one.manager.redo()
    const { origins } = suggestionIndex(doc)
    expect(origins.modeAt([doc.clientID, docState(doc, doc.clientID)]).suggestion).toBeNull()
    expect(drawn(doc)).toBe('¶Alpha [+new ]beta gamma.')
  })

  it('is told to whoever watches the manager, once what it stands for is known', () => {
    const doc = storyOf('Alpha beta gamma.')
    const { cut, manager } = ann(doc)
    const before = canonicalAt(doc, 'beta')
    const told: unknown[] = []
    manager.on('stack-item-popped', ({ type }: { type: string }) =>
      told.push([type, canonicalAt(doc, 'beta')]),
    )
    cut('beta')
    manager.undo()
    expect(told).toEqual([['undo', before]])
    manager.undo()
    expect([told.length, manager.undoing, manager.redoing]).toEqual([1, false, false])
  })

  it('with nothing to undo, nothing happens', () => {
    const doc = storyOf('Alpha.')
    const { manager } = ann(doc)
    const before = Y.encodeStateVector(doc)
    expect([manager.undo(), manager.redo()]).toEqual([null, null])
    expect(Y.encodeStateVector(doc)).toEqual(before)
  })

  it('a colleague strikes it while it is away', () => {
    const doc = storyOf('Alpha beta gamma.')
    const other = copyOf(doc, 7)
    const one = ann(doc)
    one.cut('beta')
    reviewer(other, 'ben').strike('beta')
    meet(doc, other)
    expect(openIds(doc)).toEqual([])
    one.manager.undo()
    meet(doc, other)
    expect([drawn(doc), drawn(other)]).toEqual(['¶Alpha [-beta] gamma.', '¶Alpha [-beta] gamma.'])
  })
})

describe('suggesting, and deciding, are steps of undo', () => {
  const steps = ['insert', 'strike', 'replace', 'format', 'keys', 'propose', 'accept', 'reject'] as const

  it('any row of them goes back through all that it said, and forth again', () => {
    const step = fc.tuple(fc.constantFrom(...steps), fc.nat(9))
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 7 }), (row) => {
        const doc = storyOf('abcdefghij')
        const one = ann(doc)
        const said = () => [readContent(doc), readContent(doc, 'was'), openSuggestions(doc)]
        const states = [said()]
        row.forEach(([what, at], k) => {
          const letter = one.text.toJSON().charAt(at % one.text.toJSON().length)
          const sign = String.fromCharCode(0x4e00 + k)
          if (letter === '') return
          if (what === 'insert') one.insert(sign, letter)
          else if (what === 'strike') one.strike(letter)
          else if (what === 'replace') one.replace(letter, sign)
          else if (what === 'format') one.format(letter, { link: sign })
          else if (what === 'keys') one.keys(one.text.toJSON().charAt(0), { kind: sign })
          else if (what === 'propose') one.propose('slug', sign)
          else decide(doc, what, openIds(doc).slice(0, 1 + (at % 2)), one.origin)
          if (one.manager.undoStack.length === states.length) states.push(said())
        })
        for (const state of states.slice(0, -1).toReversed()) {
          one.manager.undo()
          expect(said()).toEqual(state)
        }
        for (const state of states.slice(1)) {
          one.manager.redo()
          expect(said()).toEqual(state)
        }
      }),
      { numRuns: 60 },
    )
  })
})
