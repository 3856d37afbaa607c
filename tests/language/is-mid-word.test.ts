import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { isMidWord } from '../../src/language/is-mid-word.ts'

/** Whether the last of these changes to “The quay” left a word unfinished. */
function after(change: (text: Y.Text, doc: Y.Doc) => void): boolean | null {
  const doc = new Y.Doc()
  const text = doc.getText('body')
  text.insert(0, 'The quay')
  let found: boolean | null = null
  doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    found = isMidWord(transaction)
  })
  change(text, doc)
  return found
}

/** What somebody else with the same story writes into it, right behind “The”. */
function fromElsewhere(typed: string) {
  return (_: Y.Text, doc: Y.Doc): void => {
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    other.getText('body').insert(3, typed)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  }
}

const CHANGES: readonly (readonly [
  what: string,
  unfinished: boolean,
  change: (text: Y.Text, doc: Y.Doc) => void,
])[] = [
  ['a letter at the end', true, (text) => text.insert(8, 's')],
  ['a letter in the middle of a word', true, (text) => text.insert(2, 'r')],
  ['an apostrophe', true, (text) => text.insert(8, '’')],
  ['a letter of two units', true, (text) => text.insert(8, '𝒮')],
  ['a digit', true, (text) => text.insert(8, '7')],
  ['a space', false, (text) => text.insert(8, ' ')],
  ['a full stop', false, (text) => text.insert(8, '.')],
  ['words and a space', false, (text) => text.insert(8, ' was recieved ')],
  ['a new paragraph', false, (text) => text.insertEmbed(8, new Y.Map())],
  ['a value of a field', false, (_, doc) => doc.getMap('values').set('slug', 'harbour')],
  ['a letter that goes', true, (text) => text.delete(7, 1)],
  ['somebody else’s space', true, fromElsewhere(' ')],
]

test.each(CHANGES)('%s: %s', (_, unfinished, change) => {
  expect(after(change)).toBe(unfinished)
})
